using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Evaluating;

public sealed class VariablesTests
{
    // Each expectation is what the reference implementation gives.
    [TestCase("($y := 1; $f := function() { $y }; $y := 2; $f())", "2")]
    [TestCase("($a := 1; ($b := $a; $a := 2; [$b, $a]))", "[1,2]")]
    [TestCase("($x := 1; ($x := 2); $x)", "1")]
    [TestCase("($fs := [1..3].($i := $; { 'f': function() { $i * 10 } }); $fs.f())", "[10,20,30]")]
    [TestCase("($add := function($a) { function($b) { $a + $b } }; $add(1)(2) + $add(10)(20))", "33")]
    [TestCase("($even := function($n) { $n = 0 ? true : $odd($n - 1) }; $odd := function($n) { $n = 0 ? false : $even($n - 1) }; $even(9))", "false")]
    [TestCase("function($x, $x) { $x }(1, 2)", "2")]
    [TestCase("function($x, $y) { $exists($y) }(1)", "false")]
    [TestCase("($sum := function($a) { 'mine' }; $sum([1]))", "\"mine\"")]
    [TestCase("($f := function($n) { ($t := $n; $n > 0 ? $f($n - 1) : 0; $t) }; $f(3))", "3")]
    [TestCase("$map([1, 2], function($v) { ($w := $v * 2; $map([10], function($u) { $u + $w })) })", "[12,14]")]
    [TestCase("($k := 5; $eval('$k + 1'))", "6")]
    [TestCase("function($p) { $eval('($q := $p; $q * 2)') }(21)", "42")]
    [TestCase("a@$x.b@$y[$y = $x.k].{ 'x': $x.k, 'y': $y }", "{\"x\":2,\"y\":2}")]
    [TestCase("a#$i[k > 1].{ 'i': $i, 'f': $map([$i], function($j) { $j + $i }) }", "{\"i\":1,\"f\":2}")]
    [TestCase("($f := function($a) { ($filter($a, function($v) { $v > 1 }))[0] }; $f([1, 2, 3]))", "[2,3]")]
    [TestCase("($f := function($a) { ($r := $filter($a, function($v) { $v > 1 }); $r[0]) }; $f([1, 2, 3]))", "2")]
    [TestCase("($f := function($a) { ($append($a, 4))[-1] }; $f([1, 2, 3]))", "[1,2,3,4]")]
    public void Evaluate_Variables_AreSeenWhereTheReferenceSeesThem(string expression, string expected)
    {
        JsonValue input = JsonValue.Parse("""{ "a": [ { "k": 1 }, { "k": 2 } ], "b": [2, 3] }""");

        Assert.That(JsonataExpression.Compile(expression).Evaluate(input).ToJson(), Is.EqualTo(expected));
    }

    [Test]
    public void Evaluate_Bindings_AreVariables()
    {
        var expression = JsonataExpression.Compile("$a.x + $b");

        JsonValue result = expression.Evaluate(default, new JsonataBindings().Set("a", JsonValue.Parse("""{ "x": 1 }""")).Set("b", 2));

        Assert.That(result, Is.EqualTo((JsonValue)3));
        Assert.That(expression.Evaluate(default).IsUndefined, Is.True);
    }

    [Test]
    public void Evaluate_BindingNamedLikeAFunction_HidesItThisTimeOnly()
    {
        var expression = JsonataExpression.Compile("$exists($count) and $count != 5 ? $count([1, 2, 3]) : $count");

        JsonValue hidden = expression.Evaluate(default, new JsonataBindings().Set("count", 5));
        JsonValue shown = expression.Evaluate(default, new JsonataBindings().Set("other", 5));

        Assert.That(hidden, Is.EqualTo((JsonValue)5));
        Assert.That(shown, Is.EqualTo((JsonValue)3));
    }

    [Test]
    public void Evaluate_InstantAndRandomBits_ComeFromTheBindings()
    {
        ulong next = 0;
        var bindings = new JsonataBindings
        {
            Instant = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            RandomSource = () => next += 1UL << 62,
        };

        JsonValue result = JsonataExpression.Compile("[$now(), $millis(), $random(), $random()]").Evaluate(default, bindings);

        Assert.That(result.ToJson(), Is.EqualTo("""["2026-01-02T03:04:05.000Z",1767323045000,0.25,0.5]"""));
    }

    [Test]
    public void Evaluate_Seed_RepeatsTheSameNumbers()
    {
        var expression = JsonataExpression.Compile("[$random(), $shuffle([1..20])]", new JsonataOptions { RandomSeed = 7 });

        JsonValue first = expression.Evaluate(default);

        Assert.That(expression.Evaluate(default), Is.EqualTo(first));
    }
}
