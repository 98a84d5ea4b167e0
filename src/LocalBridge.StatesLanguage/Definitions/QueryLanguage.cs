namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Names the languages in which a state selects and transforms data.</summary>
public enum QueryLanguage
{
    /// <summary>Paths, reference paths, payload templates and intrinsic functions.</summary>
    JsonPath,

    /// <summary>JSONata expressions in <c>{% %}</c>.</summary>
    Jsonata,
}
