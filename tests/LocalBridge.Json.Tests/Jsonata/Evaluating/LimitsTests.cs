using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Evaluating;

public sealed class LimitsTests
{
    [Test]
    public void Evaluate_EndlessTailCalls_EndWithTheTimeLimit()
    {
        var options = new JsonataOptions { Timeout = TimeSpan.FromSeconds(1), TimeProvider = new HastyClock() };

        JsonataException? failure = Assert.Throws<JsonataException>(
            () => JsonataExpression.Compile("($f := function() { $f() }; $f())", options).Evaluate(default));

        Assert.That(failure!.Code, Is.EqualTo("U1001"));
        Assert.That(failure.Message, Is.EqualTo("Expression evaluation timeout: Check for infinite loop"));
    }

    [Test]
    public void Evaluate_OneHundredThousandTailCalls_NeedNoStack()
    {
        JsonValue result = JsonataExpression.Compile("($f := function($n) { $n = 0 ? 'done' : $f($n - 1) }; $f(100000))").Evaluate(default);

        Assert.That(result, Is.EqualTo((JsonValue)"done"));
    }

    [TestCase("($f := function($n) { 1 + $f($n + 1) }; $f(0))")]
    [TestCase("($f := function($n) { $map([$n], function($v) { $f($v) & '' }) }; $f(0))")]
    [TestCase("($f := function($n) { $eval('1 + $f(1)') }; $f(0))")]
    [TestCase("($f := function($n) { $n ~> $g ~> $string }; $g := function($n) { $f($n) & 'x' }; $f(0))")]
    [TestCase("($f := function($x) { [1] ~> |$|{ 'a': $f(1) }| }; ($f(1))[0] + 1)")]
    public void Evaluate_EndlessRecursion_EndsInAnError(string expression)
    {
        JsonataException? failure = Assert.Throws<JsonataException>(() => JsonataExpression.Compile(expression).Evaluate(default));

        Assert.That(failure!.Code, Is.AnyOf("U1001", "T2011"));
    }

    [TestCase(30, "U1001")]
    [TestCase(1000, null)]
    public void Evaluate_RecursionAndDepthLimit_StopsAtTheLimit(int depth, string? code)
    {
        var options = new JsonataOptions { MaximumDepth = depth };
        var expression = JsonataExpression.Compile("($f := function($n) { $n = 0 ? 0 : 1 + $f($n - 1) }; $f(20))", options);

        Assert.That(CodeOf(() => expression.Evaluate(default)), Is.EqualTo(code));
    }

    [TestCase("[1..11]", "D2015")]
    [TestCase("[1..10]", null)]
    [TestCase("[1..20000000]", "D2014")]
    [TestCase("$append([1..8], [1..8])", "D2015")]
    [TestCase("$map([1..4], function($v) { [1..4] }).$", "D2015")]
    public void Evaluate_SequenceLimit_Holds(string expression, string? code)
    {
        var options = new JsonataOptions { MaximumSequenceLength = 10 };

        Assert.That(CodeOf(() => JsonataExpression.Compile(expression, options).Evaluate(default)), Is.EqualTo(code));
    }

    [TestCase("$pad('', 1e9)")]
    [TestCase("($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $length($f('abcdefgh', 40)))")]
    public void Evaluate_StringThatWouldBeHuge_EndsInAnError(string expression)
    {
        var options = new JsonataOptions { MaximumStringLength = 100_000 };

        Assert.That(CodeOf(() => JsonataExpression.Compile(expression, options).Evaluate(default)), Is.EqualTo("U1002"));
    }

    [Test]
    public void Evaluate_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var expression = JsonataExpression.Compile("($f := function() { $f() }; $f())");

        Assert.Throws<OperationCanceledException>(() => expression.Evaluate(default, null, source.Token));
    }

    [TestCase("$")]
    [TestCase("**")]
    [TestCase("$ = $$.($)")]
    [TestCase("$string($)")]
    [TestCase("$clone($)")]
    [TestCase("$boolean($)")]
    [TestCase("$distinct([$, $])")]
    [TestCase("$.*.*")]
    public void Evaluate_InputNestedVeryDeep_NeverCrashes(string expression)
    {
        JsonValue deep = 1;
        for (int i = 0; i < 200_000; i++)
        {
            deep = JsonArray.Create(deep);
        }

        Assert.That(CodeOf(() => JsonataExpression.Compile(expression).Evaluate(deep)), Is.AnyOf(null, "U1001"));
    }

    [Test]
    public void Evaluate_AfterAFailure_StartsAfresh()
    {
        var expression = JsonataExpression.Compile("($x := fail ? $error('no') : 'yes'; $x)");

        Assert.Throws<JsonataException>(() => expression.Evaluate(JsonValue.Parse("""{ "fail": true }""")));

        Assert.That(expression.Evaluate(JsonValue.EmptyObject), Is.EqualTo((JsonValue)"yes"));
    }

    private static string? CodeOf(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (JsonataException failure)
        {
            return failure.Code;
        }
    }

    // Every look at the clock takes a tenth of a second.
    private sealed class HastyClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, TimeSpan.TicksPerSecond / 10);
    }
}
