using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Compiling;
using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Failures;
using LocalBridge.Json.Jsonata.Functions;
using LocalBridge.Json.Jsonata.Parsing;
using LocalBridge.Json.Jsonata.Pictures;
using LocalBridge.Json.Jsonata.Refining;

namespace LocalBridge.Json.Jsonata;

/// <summary>Represents a compiled JSONata expression: compile it once, evaluate it as often as needed.</summary>
/// <remarks>This type is immutable and safe to use from many threads at once.</remarks>
/// <example>
/// <code>
/// JsonataExpression total = JsonataExpression.Compile("$sum(lines.(qty * price))");
/// JsonValue result = total.Evaluate(JsonValue.Parse("""{ "lines": [ { "qty": 2, "price": 4.5 } ] }"""));
/// </code>
/// </example>
[DebuggerDisplay("{Text,nq}")]
public sealed partial class JsonataExpression
{
    // An evaluation that is over, kept for the next one. A second thread at the same time makes one of its own.
    private Evaluation? _idle;

    // The same expression with names of functions taken for variables, made when an evaluation is given such variables.
    private JsonataExpression? _variant;
    private PictureLibrary? _pictures;

    private JsonataExpression(string text, JsonataOptions options, IReadOnlyCollection<string> overridden)
    {
        Text = text;
        Options = options;
        Overridden = overridden;
        Functions = FunctionTable.For(options);
        Limits = new EvaluationLimits(options);
        var globals = new Globals(Functions, overridden);
        SyntaxNode syntax = Refiner.Refine(Parser.Parse(text, !options.IsStepFunctions));
        Scope root = Binder.Bind(syntax, globals);
        var compiler = new Compiler(globals, Functions, hasNamedGlobals: false);
        Nodes.Node body = compiler.Compile(syntax, root);
        Program = new Program(body, root.Locals, root.IsCaptured ? root.Variables.Count : 0, compiler.Nesting, [.. globals.Names], [.. globals.FunctionNames]);
    }

    /// <summary>Gets the text of the expression.</summary>
    public string Text { get; }

    /// <summary>Gets the options it was compiled with.</summary>
    public JsonataOptions Options { get; }

    internal Program Program { get; }

    internal EvaluationLimits Limits { get; }

    internal FunctionTable Functions { get; }

    // Most expressions need no pictures. Threads that come at the same time may read the same pictures twice.
    internal PictureLibrary Pictures => _pictures ??= new PictureLibrary();

    /// <summary>Gets the names of functions that are taken for variables.</summary>
    internal IReadOnlyCollection<string> Overridden { get; }

    /// <summary>Compiles an expression.</summary>
    /// <param name="expression">The text.</param>
    /// <param name="options">The options; <see langword="null"/> means <see cref="JsonataOptions.Default"/>.</param>
    /// <returns>The compiled expression.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="expression"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonataException">The text is not a JSONata expression; the exception names the place.</exception>
    public static JsonataExpression Compile(string expression, JsonataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        try
        {
            return new JsonataExpression(expression, options ?? JsonataOptions.Default, []);
        }
        catch (JsonataException failure)
        {
            failure.Expression ??= expression;
            throw;
        }
    }

    /// <summary>Compiles an expression, without an exception where it is faulty.</summary>
    /// <param name="expression">The text.</param>
    /// <param name="compiled">The compiled expression, or <see langword="null"/>.</param>
    /// <param name="error">The fault, where there is one.</param>
    /// <param name="options">The options; <see langword="null"/> means <see cref="JsonataOptions.Default"/>.</param>
    /// <returns><see langword="true"/> where the text is a JSONata expression.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="expression"/> is <see langword="null"/>.</exception>
    public static bool TryCompile(
        string expression,
        [NotNullWhen(true)] out JsonataExpression? compiled,
        [NotNullWhen(false)] out JsonataException? error,
        JsonataOptions? options = null)
    {
        try
        {
            compiled = Compile(expression, options);
            error = null;
            return true;
        }
        catch (JsonataException failure)
        {
            compiled = null;
            error = failure;
            return false;
        }
    }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="input">The input; <see cref="JsonValue.Undefined"/> for none.</param>
    /// <param name="bindings">Variables, the instant and the random numbers of this evaluation, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the evaluation.</param>
    /// <returns>The result; <see cref="JsonValue.Undefined"/> where nothing comes of it. A number that JSON cannot hold is not finite and is written
    /// as <c>null</c>.</returns>
    /// <exception cref="JsonataException">The evaluation failed, exceeded a limit, or resulted in a function.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    public JsonValue Evaluate(JsonValue input, JsonataBindings? bindings = null, CancellationToken cancellationToken = default)
    {
        if (bindings is { Count: > 0 } && HidesFunction(bindings))
        {
            return Variant(bindings).Evaluate(input, bindings, cancellationToken);
        }

        Evaluation evaluation = Interlocked.Exchange(ref _idle, null) ?? new Evaluation(this);
        try
        {
            return evaluation.Run(input, bindings, cancellationToken);
        }
        catch (JsonataException failure)
        {
            failure.Expression ??= Text;
            throw;
        }
        catch (InsufficientExecutionStackException)
        {
            JsonataException failure = FailureCodes.TooDeep();
            failure.Expression = Text;
            throw failure;
        }
        finally
        {
            _idle = evaluation;
        }
    }

    /// <summary>Returns the text of the expression.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    private bool HidesFunction(JsonataBindings bindings)
    {
        string[] functions = Program.FunctionNames;
        if (functions.Length > 0)
        {
            foreach (string name in bindings.Names)
            {
                if (Array.IndexOf(functions, name) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private JsonataExpression Variant(JsonataBindings bindings)
    {
        JsonataExpression? variant = Volatile.Read(ref _variant);
        if (variant is null || variant.HidesFunction(bindings) || !variant.FitsExactly(bindings, Program.FunctionNames))
        {
            var overridden = new List<string>();
            foreach (string name in bindings.Names)
            {
                if (Array.IndexOf(Program.FunctionNames, name) >= 0)
                {
                    overridden.Add(name);
                }
            }

            variant = new JsonataExpression(Text, Options, overridden);
            Volatile.Write(ref _variant, variant);
        }

        return variant;
    }

    // A variable that is not given this time must not hide the function of its name.
    private bool FitsExactly(JsonataBindings bindings, string[] functions)
    {
        foreach (string name in Overridden)
        {
            if (Array.IndexOf(functions, name) >= 0 && bindings.IndexOf(name) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
