namespace LocalBridge.Json.Jsonata.Signatures;

/// <summary>Describes one parameter of a signature.</summary>
internal sealed class Parameter
{
    /// <summary>Gets or sets the kinds of values it takes.</summary>
    internal ParameterKinds Kinds { get; set; }

    /// <summary>Gets or sets the letter of its type; <c>(</c> for a choice.</summary>
    internal char Type { get; set; }

    /// <summary>Gets or sets what stands between the angle brackets behind the letter, or <see langword="null"/>.</summary>
    internal string? Subtype { get; set; }

    /// <summary>Gets or sets a value indicating whether an argument may be left out.</summary>
    internal bool IsOptional { get; set; }

    /// <summary>Gets or sets a value indicating whether the context value stands in for an argument that is left out.</summary>
    internal bool TakesContext { get; set; }

    /// <summary>Gets or sets a value indicating whether it takes all the arguments that fit, and one at least.</summary>
    internal bool IsRepeated { get; set; }

    internal bool Accepts(JsonValue value) => (Kinds & ParameterKind.Of(value)) != 0;
}
