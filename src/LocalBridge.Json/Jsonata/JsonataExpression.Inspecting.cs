using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Inspecting;
using LocalBridge.Json.Jsonata.Parsing;
using LocalBridge.Json.Jsonata.Refining;

namespace LocalBridge.Json.Jsonata;

public sealed partial class JsonataExpression
{
    // Found on demand: most expressions are only evaluated. Threads that ask at the same time find the same.
    private IReadOnlyList<JsonataReference>? _references;

    /// <summary>Gets what the expression reads from outside, in the order in which it is written: variables, and the input.</summary>
    public IReadOnlyList<JsonataReference> References => _references ??= ReferenceCollector.Collect(Bind());

    /// <summary>Finds the calls that fail whenever they are evaluated, without evaluating anything.</summary>
    /// <returns>The failures they end in: of functions that do not exist (T1006, T1005), and with too few or too many arguments (T0410).</returns>
    public IReadOnlyList<JsonataException> FindFaultyCalls()
    {
        IReadOnlyList<JsonataException> faults = FaultyCallCollector.Collect(Bind(), Functions);
        foreach (JsonataException fault in faults)
        {
            fault.Expression = Text;
        }

        return faults;
    }

    private SyntaxNode Bind()
    {
        SyntaxNode syntax = Refiner.Refine(Parser.Parse(Text, !Options.IsStepFunctions));
        Binder.Bind(syntax, new Globals(Functions, Overridden));
        return syntax;
    }
}
