import AnalysisModel

/// What was asked and what was read: the head of every JSON document.
extension JSONWriter {
  mutating func header(part: String, _ context: ReportContext) {
    field("schemaVersion", AnalysisReport.schemaVersion)
    objectField("tool") { writer in
      writer.field("name", "refrain")
      writer.field("version", context.version)
    }
    field("part", part)
  }

  mutating func configuration(_ configuration: Configuration) {
    objectField("configuration") { writer in
      for section in ConfigurationListing(configuration).sections {
        if section.name.isEmpty {
          writer.entries(section.entries)
        } else {
          writer.objectField(section.name) { $0.entries(section.entries) }
        }
      }
    }
  }

  private mutating func entries(_ entries: [ConfigurationListing.Entry]) {
    for entry in entries {
      key(entry.key)
      switch entry.value {
      case .text(let text): value(text)
      case .integer(let integer): value(integer)
      case .unsigned(let integer): value(integer)
      case .number(let number): value(number)
      case .flag(let flag): value(flag)
      case .words(let words): array { writer in words.forEach { writer.value($0) } }
      case .none: null()
      }
    }
  }

  mutating func account(of report: AnalysisReport) {
    let account = report.corpus.account
    objectField("corpus") { writer in
      writer.field("files", account.files)
      writer.field("bytes", account.bytes)
      writer.field("recordsRead", account.recordsRead)
      writer.field("recordsKept", account.recordsKept)
      writer.field("recordsRejected", account.recordsRejected)
      writer.field("documents", report.corpus.documents.count)
      writer.field("tokens", report.tokenCount)
    }
  }

  mutating func warnings(_ warnings: [DataWarning]) {
    arrayField("warnings") { writer in
      for warning in warnings {
        writer.object { writer in
          if let path = warning.path { writer.field("path", path) }
          if let record = warning.record { writer.field("record", record) }
          writer.field("message", warning.message)
        }
      }
    }
  }

  mutating func documents(of report: AnalysisReport) {
    arrayField("documents") { writer in
      for index in report.corpus.documents.indices {
        writer.object { $0.documentFields(index, in: report) }
      }
    }
  }

  /// Who a document is, where it came from and what is known of its date; its text is not repeated.
  mutating func documentFields(_ index: Int, in report: AnalysisReport) {
    let document = report.corpus.documents[index]
    field("id", document.id)
    if let title = document.title { field("title", title) }
    if let source = document.source { field("source", source) }
    field("path", document.origin.path)
    if let record = document.origin.record { field("record", record) }
    if let line = document.origin.line { field("line", line) }
    if let passages = report.passages {
      field("tokens", passages.documentTokens[index])
      field("repeatedTokens", passages.repeatedTokens[index])
    }
    if let dates = report.dates {
      field("dates", dates[index], unit: report.configuration.offsets)
    }
  }
}
