using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Refining;
using LocalBridge.Json.Jsonata.Signatures;

namespace LocalBridge.Json.Jsonata.Parsing;

internal sealed partial class SyntaxNode
{
    // What few parts have stands apart, so that the many stay small.
    private Details? _details;

    /// <summary>Gets or sets the regular expression.</summary>
    internal RegexValue? Regex
    {
        get => _details?.Regex;
        set => (_details ??= new Details()).Regex = value;
    }

    /// <summary>Gets or sets the terms of an order-by clause.</summary>
    internal List<SortTerm>? Terms
    {
        get => _details?.Terms;
        set => (_details ??= new Details()).Terms = value;
    }

    /// <summary>Gets or sets the signature of a lambda.</summary>
    internal Signature? Signature
    {
        get => _details?.Signature;
        set => (_details ??= new Details()).Signature = value;
    }

    /// <summary>Gets or sets the variable that holds each result of the step.</summary>
    internal string? Focus
    {
        get => _details?.Focus;
        set => (_details ??= new Details()).Focus = value;
    }

    /// <summary>Gets or sets the variable that holds the position of each result of the step.</summary>
    internal string? Index
    {
        get => _details?.Index;
        set => (_details ??= new Details()).Index = value;
    }

    /// <summary>Gets or sets the parents that this step's input is.</summary>
    internal AncestorSlot? Ancestor
    {
        get => _details?.Ancestor;
        set => (_details ??= new Details()).Ancestor = value;
    }

    /// <summary>Gets or sets the parent that a parent operator stands for.</summary>
    internal AncestorSlot? Slot
    {
        get => _details?.Slot;
        set => (_details ??= new Details()).Slot = value;
    }

    /// <summary>Gets or sets the parents that are to be found in the steps before.</summary>
    internal List<AncestorSlot>? SeekingParents
    {
        get => _details?.SeekingParents;
        set => (_details ??= new Details()).SeekingParents = value;
    }

    /// <summary>Gets or sets the variables that live as long as this part is evaluated.</summary>
    internal Scope? Scope
    {
        get => _details?.Scope;
        set => (_details ??= new Details()).Scope = value;
    }

    /// <summary>Gets or sets the variables of a path inside that the predicates behind a block see.</summary>
    internal Scope? PredicateScope
    {
        get => _details?.PredicateScope;
        set => (_details ??= new Details()).PredicateScope = value;
    }

    private sealed class Details
    {
        internal RegexValue? Regex { get; set; }

        internal List<SortTerm>? Terms { get; set; }

        internal Signature? Signature { get; set; }

        internal string? Focus { get; set; }

        internal string? Index { get; set; }

        internal AncestorSlot? Ancestor { get; set; }

        internal AncestorSlot? Slot { get; set; }

        internal List<AncestorSlot>? SeekingParents { get; set; }

        internal Scope? Scope { get; set; }

        internal Scope? PredicateScope { get; set; }
    }
}
