namespace LocalBridge.Conformance.Corpora;

/// <summary>Reads the files of one corpus.</summary>
internal interface ICorpus
{
    /// <summary>Gets the name of the corpus: that of its folder.</summary>
    string Name { get; }

    /// <summary>Reads all areas of a folder. A case that cannot be read becomes an <see cref="UnreadableCase"/>.</summary>
    IEnumerable<CaseArea> Read(string folder);
}
