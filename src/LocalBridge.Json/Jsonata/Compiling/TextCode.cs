using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Nodes;
using LocalBridge.Json.Jsonata.Parsing;
using LocalBridge.Json.Jsonata.Refining;

namespace LocalBridge.Json.Jsonata.Compiling;

/// <summary>Represents a text that is compiled while an expression is evaluated.</summary>
internal sealed record TextCode(Node Body, int FrameSize, int Nesting)
{
    internal static TextCode Compile(string text, Scope around, JsonataExpression expression)
    {
        FunctionTable functions = expression.Functions;
        var globals = new Globals(functions, expression.Overridden);
        SyntaxNode syntax = Refiner.Refine(Parser.Parse(text, !expression.Options.IsStepFunctions));
        Scope own = Binder.BindWithin(syntax, around, globals);
        var compiler = new Compiler(globals, functions, hasNamedGlobals: true);
        Node body = compiler.Compile(syntax, own);
        return new TextCode(body, own.IsCaptured ? own.Variables.Count : 0, compiler.Nesting);
    }
}
