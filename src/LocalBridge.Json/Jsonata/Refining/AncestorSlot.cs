namespace LocalBridge.Json.Jsonata.Refining;

/// <summary>Represents the place of a parent: how many steps back it still is, and the variable that holds it.</summary>
internal sealed class AncestorSlot(string label)
{
    /// <summary>Gets or sets the variable; parents that are the input of one step share it. No name in an expression can start like it.</summary>
    internal string Label { get; set; } = label;

    /// <summary>Gets or sets how many steps back the parent is.</summary>
    internal int Level { get; set; } = 1;
}
