using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.States;

/// <summary>The fields that several types of states share, as <see cref="StateFieldsReader"/> reads them.</summary>
internal sealed class StateFields
{
    internal required string Name { get; init; }

    internal string? Comment { get; init; }

    internal QueryLanguage QueryLanguage { get; init; }

    internal PathField InputPath { get; init; } = PathField.Whole;

    internal PathField OutputPath { get; init; } = PathField.Whole;

    internal PayloadTemplate? Parameters { get; init; }

    internal PayloadTemplate? Arguments { get; init; }

    internal PayloadTemplate? Output { get; init; }

    internal PayloadTemplate? ResultSelector { get; init; }

    internal ResultPath ResultPath { get; init; } = ResultPath.Replace;

    internal PayloadTemplate? Assign { get; init; }

    internal StateReference? Next { get; init; }

    internal ImmutableArray<Retrier> Retry { get; init; } = [];

    internal ImmutableArray<Catcher> Catch { get; init; } = [];
}
