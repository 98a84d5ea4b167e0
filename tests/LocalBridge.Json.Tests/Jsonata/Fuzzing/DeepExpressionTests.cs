using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Fuzzing;

/// <summary>Feeds the engine what makes recursive code fall off its stack: each ends in a result or in an error, never in the end of the process.</summary>
public sealed class DeepExpressionTests
{
    private const int Depth = 50_000;

    [TestCase("(", "1", ")")]
    [TestCase("[", "1", "]")]
    [TestCase("{\"a\":", "1", "}")]
    [TestCase("-", "a", "")]
    [TestCase("a.", "b", "")]
    [TestCase("a[", "0", "]")]
    [TestCase("1+", "1", "")]
    [TestCase("'x'&", "'y'", "")]
    [TestCase("true and ", "true", "")]
    [TestCase("a ? b : ", "c", "")]
    [TestCase("a ?? ", "c", "")]
    [TestCase("$x := ", "1", "")]
    [TestCase("function(){", "1", "}")]
    [TestCase("$string(", "1", ")")]
    [TestCase("a^(", "b", ")")]
    [TestCase("a{\"k\":", "b", "}")]
    [TestCase("$ ~> |a|{\"k\":", "1", "}|")]
    [TestCase("a ~> ", "$string", "")]
    [TestCase("%.", "a", "")]
    [TestCase("a@$v.", "a", "")]
    [TestCase("(1;", "1", ")")]
    [TestCase("[1..", "2", "]")]
    [TestCase("$map(a, function($x){", "$x", "})")]
    public void CompileAndEvaluate_DeepNesting_GivesAResultOrAnError(string opening, string core, string closing)
    {
        string text = string.Concat(Enumerable.Repeat(opening, Depth)) + core + string.Concat(Enumerable.Repeat(closing, Depth));
        var outcomes = new FuzzOutcomes();

        outcomes.Run(0, text, new JsonataOptions { Timeout = TimeSpan.FromSeconds(5) }, JsonValue.Parse("""{"a":{"b":1}}"""));

        Assert.That(outcomes.Problems, Is.Empty);
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
}
