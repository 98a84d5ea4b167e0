using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Fuzzing;

/// <summary>Feeds the engine what makes recursive code fall off its stack: each ends in a result or in an error, never in the end of the process.</summary>
public sealed class DeepExpressionTests
{
    private const int Depth = 50_000;

    // Of each, what comes before the innermost part, that part, and what comes behind it.
    private static readonly string[][] Shapes =
    [
        ["(", "1", ")"],
        ["[", "1", "]"],
        ["{\"a\":", "1", "}"],
        ["-", "a", ""],
        ["a.", "b", ""],
        ["$.", "a", ""],
        ["(a;$).", "a", ""],
        ["[$].", "a", ""],
        ["a[", "0", "]"],
        ["", "a", "[$]"],
        ["1+", "1", ""],
        ["'x'&", "'y'", ""],
        ["true and ", "true", ""],
        ["a ? b : ", "c", ""],
        ["a ?? ", "c", ""],
        ["$x := ", "1", ""],
        ["function(){", "1", "}"],
        ["", "$string", "(?)"],
        ["$string(", "1", ")"],
        ["a^(", "b", ")"],
        ["", "a", "^($)"],
        ["", "$[[1]]", "^($).$"],
        ["a{\"k\":", "b", "}"],
        ["$ ~> |a|{\"k\":", "1", "}|"],
        ["a ~> ", "$string", ""],
        ["%.", "a", ""],
        ["(", "a", ").%"],
        ["a.(", "b.%", ")"],
        ["a@$v.", "a", ""],
        ["$@$v.", "a", ""],
        ["$@$v[$].", "a", ""],
        ["$#$i.", "a", ""],
        ["(1;", "1", ")"],
        ["[1..", "2", "]"],
        ["$map(a, function($x){", "$x", "})"],
    ];

    private static readonly JsonataOptions Options = new() { Timeout = TimeSpan.FromSeconds(5) };

    [TestCaseSource(nameof(Shapes))]
    public void CompileAndEvaluate_DeepNesting_GivesAResultOrAnError(string opening, string core, string closing)
    {
        var outcomes = new FuzzOutcomes();

        outcomes.Run(0, Nest(opening, core, closing, Depth), Options, Input);

        Assert.That(outcomes.Problems, Is.Empty);
    }

    // What compiled where there was room for it need not find any where it is evaluated.
    [TestCaseSource(nameof(Shapes))]
    public void Evaluate_CompiledOnAMuchLargerStack_GivesAResultOrAnError(string opening, string core, string closing)
    {
        JsonataExpression? expression = null;
        JsonataException? refusal = null;
        Run(64 << 20, () => JsonataExpression.TryCompile(Nest(opening, core, closing, 5_000), out expression, out refusal, Options));

        Exception? failure = null;
        Run(256 << 10, () =>
        {
            try
            {
                _ = expression?.Evaluate(Input).ToString();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });

        Assert.That(refusal?.Code, Is.Null.Or.Not.EqualTo("U1001"), "there was room enough");
        Assert.That(failure, Is.Null.Or.TypeOf<JsonataException>());
    }

    [Test]
    public void Evaluate_SignatureOfManyParameters_GivesAResultOrAnError()
    {
        JsonataExpression expression = JsonataExpression.Compile($"(function($x)<{Nest("s-", ":n", "", 50_000)}>{{1}})(1)");
        Exception? failure = null;
        Run(256 << 10, () =>
        {
            try
            {
                expression.Evaluate(Input);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });

        Assert.That(failure, Is.TypeOf<JsonataException>());
    }

    // Forty arguments can be dealt out to twenty parameters in 10^10 ways, of which none fits the last argument.
    [Test]
    public void Evaluate_SignatureOfParametersThatRepeat_ComesToItsError()
    {
        string text = $"(function($x)<{Nest("s+", "", "", 20)}:n>{{1}})({Nest("'a',", "1", "", 40)})";

        Assert.That(() => JsonataExpression.Compile(text).Evaluate(default), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("T0410"));
    }

    [TestCase("($f := function($n){1 + $f($n + 1)}; $f(0))")]
    [TestCase("($f := function($n){$n > 1e5 ? $n : [$f($n + 1)]}; $f(0))")]
    [TestCase("($f := function($n){$map([1], function($x){$f($x)})}; $f(0))")]
    [TestCase("($f := function($n){$reduce([1,2], function($x, $y){$f($x)})}; $f(0))")]
    [TestCase("($f := function($n){$sort([2,1], function($x, $y){$f($x)})}; $f(0))")]
    [TestCase("($f := function($n){$n.($f($))}; $f(1))")]
    [TestCase("($f := function($n){{'k': $f($n)}}; $f(1))")]
    [TestCase("($f := function($n){$eval('$f(1)')}; $f(1))")]
    [TestCase("($f := function($n){$string($f($n)) & 'x'}; $f(1))")]
    [TestCase("($f := function($n){$replace('a', /a/, $f)}; $f(1))")]
    [TestCase("($f := $f ~> $f; $f(1))")]
    [TestCase("($a := function($n){$b($n)}; $b := function($n){1 + $a($n)}; $a(1))")]
    public void Evaluate_EndlessRecursion_EndsInALimit(string text)
    {
        var options = new JsonataOptions { Timeout = TimeSpan.FromSeconds(5) };

        Assert.That(() => JsonataExpression.Compile(text, options).Evaluate(default), Throws.TypeOf<JsonataException>());
    }

    [TestCase("($f := function($n){$f($n + 1)}; $f(0))")]
    [TestCase("($f := function($n){$n % 2 = 0 ? $g($n + 1) : $f($n + 1)}; $g := function($n){$f($n)}; $f(0))")]
    [TestCase("$sum([1..10000000].($sum([1..1000].($ * 2))))")]
    public void Evaluate_EndlessWork_EndsInTheTimeLimit(string text)
    {
        var options = new JsonataOptions { Timeout = TimeSpan.FromMilliseconds(300) };

        Assert.That(() => JsonataExpression.Compile(text, options).Evaluate(default), Throws.TypeOf<JsonataException>().With.Property("Code").StartsWith("U100"));
    }

    private static JsonValue Input => JsonValue.Parse("""{"a":{"b":1}}""");

    private static string Nest(string opening, string core, string closing, int depth) =>
        string.Concat(Enumerable.Repeat(opening, depth)) + core + string.Concat(Enumerable.Repeat(closing, depth));

    private static void Run(int stackSize, ThreadStart work)
    {
        var thread = new Thread(work, stackSize);
        thread.Start();
        thread.Join();
    }
}
