using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Parsing;
using LocalBridge.Json.Jsonata.Refining;

namespace LocalBridge.Json.Jsonata.Analyzing;

/// <summary>Looks through an expression for what it takes from outside and for calls that cannot succeed.</summary>
internal sealed class Analyzer(FunctionTable functions)
{
    private readonly List<JsonataInputReference> _inputReferences = [];
    private readonly List<string> _variables = [];
    private readonly List<JsonataException> _faultyCalls = [];
    private readonly Dictionary<string, List<string>> _members = new(StringComparer.Ordinal);

    internal static JsonataAnalysis Analyze(JsonataExpression expression)
    {
        var globals = new Globals(expression.Functions, expression.Overridden);
        SyntaxNode syntax = Refiner.Refine(Parser.Parse(expression.Text, !expression.Options.IsStepFunctions));
        Binder.Bind(syntax, globals);
        var analyzer = new Analyzer(expression.Functions);
        analyzer.Visit(syntax, isInput: true);
        foreach (JsonataException fault in analyzer._faultyCalls)
        {
            fault.Expression = expression.Text;
        }

        return new JsonataAnalysis(analyzer._variables, globals.FunctionNames, analyzer._inputReferences, analyzer._faultyCalls, analyzer._members);
    }

    // Whether the context value is the input changes in steps and predicates only.
    private void Visit(SyntaxNode? node, bool isInput)
    {
        if (node is null)
        {
            return;
        }

        switch (node.Kind)
        {
            case SyntaxKind.Name or SyntaxKind.Wildcard or SyntaxKind.Descendants when isInput:
                _inputReferences.Add(new JsonataInputReference(node.Text, node.Position));
                break;
            case SyntaxKind.Variable:
                VisitVariable(node, isInput);
                break;
            case SyntaxKind.Path:
                VisitPath(node, isInput);
                break;
            case SyntaxKind.Transform:
                Visit(node.Left, isInput: false);
                Visit(node.Right, isInput: false);
                Visit(node.Third, isInput: false);
                break;
            case SyntaxKind.Bind:
                Visit(node.Right, isInput);
                break;
            case SyntaxKind.Lambda:
                Visit(node.Left, isInput);
                break;
            default:
                VisitParts(node, isInput);
                break;
        }

        VisitStages(node.Predicates);
        VisitStages(node.Stages);
        VisitPairs(node.Group, isInput: false);
    }

    private void VisitVariable(SyntaxNode node, bool isInput)
    {
        if (node.Text is "" or "$")
        {
            if (isInput)
            {
                _inputReferences.Add(new JsonataInputReference("$" + node.Text, node.Position));
            }
        }
        else if (node.Reference is { Variables.Count: 0, Function: null } && !_variables.Contains(node.Text))
        {
            _variables.Add(node.Text);
        }
    }

    private void VisitParts(SyntaxNode node, bool isInput)
    {
        if (node.Kind == SyntaxKind.Call)
        {
            CheckCall(node, 0);
        }

        if (node.Kind == SyntaxKind.Call && IsMisspelt(node.Left!))
        {
            // The name of a function without its dollar sign is no field.
            isInput = isInput && node.Left!.Items!.Count > 1;
        }
        else
        {
            Visit(node.Left, isInput);
        }

        if (node.Kind == SyntaxKind.Apply && node.Right!.Kind == SyntaxKind.Call)
        {
            CheckCall(node.Right, 1);
            VisitItems(node.Right, isInput);
        }
        else
        {
            Visit(node.Right, isInput);
        }

        Visit(node.Third, isInput);
        VisitItems(node, isInput);
        VisitPairs(node, isInput);
        foreach (SortTerm term in node.Terms ?? [])
        {
            Visit(term.Expression, isInput: false);
        }
    }

    private void VisitPath(SyntaxNode path, bool isInput)
    {
        List<SyntaxNode> steps = path.Items!;
        for (int i = 0; i < steps.Count; i++)
        {
            Visit(steps[i], isInput && i == 0);
        }

        if (steps is [{ Kind: SyntaxKind.Variable } variable, { Kind: SyntaxKind.Name } member, ..] && variable.Text.Length > 0)
        {
            if (!_members.TryGetValue(variable.Text, out List<string>? members))
            {
                _members.Add(variable.Text, members = []);
            }

            if (!members.Contains(member.Text))
            {
                members.Add(member.Text);
            }
        }
    }

    private void VisitItems(SyntaxNode node, bool isInput)
    {
        foreach (SyntaxNode item in node.Items ?? [])
        {
            Visit(item, isInput);
        }
    }

    private void VisitPairs(SyntaxNode? node, bool isInput)
    {
        foreach (SyntaxPair pair in node?.Pairs ?? [])
        {
            Visit(pair.Key, isInput);
            Visit(pair.Value, isInput);
        }
    }

    private void VisitStages(List<Stage>? stages)
    {
        foreach (Stage stage in stages ?? [])
        {
            Visit(stage.Predicate, isInput: false);
        }
    }

    private bool IsMisspelt(SyntaxNode procedure) =>
        procedure is { Kind: SyntaxKind.Path, Items: [{ Kind: SyntaxKind.Name } name, ..] } && functions.Find(name.Text) is not null;

    private void CheckCall(SyntaxNode call, int chained)
    {
        SyntaxNode procedure = call.Left!;
        if (IsMisspelt(procedure))
        {
            _faultyCalls.Add(new JsonataException("T1005", call.Position, procedure.Items![0].Text));
        }
        else if (procedure is { Kind: SyntaxKind.Variable, Reference: { Variables.Count: 0, IsRoot: false } reference })
        {
            if (reference.Function is null)
            {
                _faultyCalls.Add(new JsonataException("T1006", call.Position, procedure.Text));
            }
            else if (reference.Function.Signature is { } signature)
            {
                CheckCount(call, procedure.Text, call.Items!.Count + chained, signature);
            }
        }
    }

    private void CheckCount(SyntaxNode call, string name, int count, Signatures.Signature signature)
    {
        if (count < signature.Fewest || count > signature.Most)
        {
            int index = count < signature.Fewest ? count + 1 : signature.Most + 1;
            _faultyCalls.Add(new JsonataException("T0410", call.Position, name) { Index = index, FunctionName = name });
        }
    }
}
