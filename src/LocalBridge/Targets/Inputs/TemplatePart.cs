namespace LocalBridge.Targets.Inputs;

/// <summary>A piece of an input template: literal text, or a placeholder.</summary>
/// <param name="Text">The literal text, or the name of the placeholder.</param>
/// <param name="IsPlaceholder">Whether this is a placeholder.</param>
/// <param name="IsQuoted">Whether the placeholder stands inside quotes.</param>
internal readonly record struct TemplatePart(string Text, bool IsPlaceholder, bool IsQuoted);
