import AnalysisModel
import Mustache

/// One self-contained page: no network, no script, and nothing out of a document can run in it.
struct HTMLReporter: Reporter {
  static let format = OutputFormat.html
  static let purpose = "one self-contained page to read and share"

  func render(
    _ report: AnalysisReport, part: ReportPart, context: ReportContext
  ) throws -> [UInt8] {
    MustacheContentTypes.register(HTMLText.ContentType(), named: HTMLText.contentTypeName)
    let library = MustacheLibrary(templates: [
      "report": try MustacheTemplate(
        string: String(decoding: PackageResources.report_mustache, as: UTF8.self)),
      "document": try MustacheTemplate(
        string: String(decoding: PackageResources.document_mustache, as: UTF8.self)),
    ])
    let page = HTMLPage(report: report.restricted(to: part), part: part, context: context)
    guard let text = library.render(page.values, withTemplate: "report") else {
      preconditionFailure("the template ‘report’ was just registered")
    }
    return Array(text.utf8)
  }
}
