namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Holds the codes of <see cref="Diagnostic"/>, as <c>ValidateStateMachineDefinition</c> of the AWS API spells them.</summary>
public static class DiagnosticCodes
{
    /// <summary>The text is not JSON.</summary>
    public const string InvalidJson = "INVALID_JSON_DESCRIPTION";

    /// <summary>A field is missing, unknown, of the wrong type or has an impossible value.</summary>
    public const string SchemaValidationFailed = "SCHEMA_VALIDATION_FAILED";

    /// <summary>A transition leads to a state that does not exist, or no transition leads to a state.</summary>
    public const string MissingTransitionTarget = "MISSING_TRANSITION_TARGET";

    /// <summary>Two states of a machine have the same name.</summary>
    public const string DuplicateStateName = "DUPLICATE_STATE_NAME";

    /// <summary>A JSONata expression cannot be read.</summary>
    public const string InvalidJsonataExpression = "INVALID_JSONATA_EXPRESSION";

    /// <summary>A JSONata expression is right, but uses what has no meaning where it stands, for example a field name at its top level.</summary>
    public const string UnsupportedJsonataExpression = "UNSUPPORTED_JSONATA_EXPRESSION";

    /// <summary>A warning: a value looks like an expression, but stands where it is taken as it is.</summary>
    public const string NoDollar = "NO_DOLLAR";

    /// <summary>The definition is right, but uses what this version of LocalBridge does not run yet.</summary>
    public const string NotSupported = "NOT_SUPPORTED";
}
