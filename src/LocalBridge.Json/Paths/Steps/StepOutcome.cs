namespace LocalBridge.Json.Paths.Steps;

/// <summary>Specifies what came of a step.</summary>
internal enum StepOutcome
{
    Found,
    NotFound,
    Invalid,
}
