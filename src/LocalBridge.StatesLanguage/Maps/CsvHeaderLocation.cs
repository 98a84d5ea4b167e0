namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Names where the names of the columns of a CSV text are.</summary>
public enum CsvHeaderLocation
{
    /// <summary>In its first row.</summary>
    FirstRow,

    /// <summary>In the definition.</summary>
    Given,
}
