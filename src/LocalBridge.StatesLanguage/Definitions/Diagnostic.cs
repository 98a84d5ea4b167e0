namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Represents one fault found in a definition.</summary>
/// <remarks>Instances are immutable.</remarks>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">The service's code, for example <c>MISSING_TRANSITION_TARGET</c> or <c>SCHEMA_VALIDATION_FAILED</c>.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Location">The JSON Pointer of the faulty value, for example <c>/States/Pay/Next</c>; empty for the whole text.</param>
/// <param name="Line">The line of the faulty value, from 1; 0 when unknown.</param>
/// <param name="Column">The column of the faulty value in characters, from 1; 0 when unknown.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Code, string Message, string Location, int Line, int Column)
{
    /// <summary>Gets a guess at what was meant, for example <c>Did you mean 'Ship'?</c>, if there is one. The service gives none.</summary>
    public string? Hint { get; init; }

    /// <summary>Returns the diagnostic as one line of text.</summary>
    /// <returns>For example <c>MISSING_TRANSITION_TARGET /States/Pay/Next (7:15): Missing 'Next' target: Shp. Did you mean 'Ship'?</c></returns>
    public override string ToString()
    {
        string place = Line > 0 ? $"{Location} ({Line}:{Column})" : Location;
        return Hint is null ? $"{Code} {place}: {Message}" : $"{Code} {place}: {Message}. {Hint}";
    }
}
