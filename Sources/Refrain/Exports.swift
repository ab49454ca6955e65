// What a user of the library needs besides `Analysis`: values, documents and their readers.
@_exported import AnalysisModel
@_exported import Baselines
@_exported import Corpora
@_exported import Evaluation
@_exported import Execution
@_exported import SimilaritySearch
