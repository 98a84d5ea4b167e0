using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Inspecting;

namespace LocalBridge.Json.Tests.Jsonata.Inspecting;

internal sealed class JsonataReferenceTests
{
    [TestCase("1 + 1", "")]
    [TestCase("$states.input.a", "Variable states.input")]
    [TestCase("$states", "Variable states")]
    [TestCase("$states.input[0].b", "Variable states.input")]
    [TestCase("$a + $b.c", "Variable a, Variable b.c")]
    [TestCase("($x := $a; $x)", "Variable a")]
    [TestCase("$map($a, function($v){ $v * $b })", "Variable a, Variable b")]
    [TestCase("$sum($a.lines.(qty * price))", "Variable a.lines")]
    [TestCase("$a[name = 'x']", "Variable a")]
    [TestCase("$a^(>price)", "Variable a")]
    [TestCase("$a{ name: $sum(qty) }", "Variable a")]
    [TestCase("phone", "Input phone")]
    [TestCase("phone.number", "Input phone.number")]
    [TestCase("{ 'a': phone }", "Input phone")]
    [TestCase("$map($a, function($v){ phone })", "Variable a, Input phone")]
    [TestCase("$.phone", "Input $.phone")]
    [TestCase("*", "Input *")]
    [TestCase("$$.phone", "Root $$.phone")]
    [TestCase("$a.b[$$.x = 1]", "Variable a.b, Root $$.x")]
    [TestCase("$a ~> $sum()", "Variable a")]
    [TestCase("$a ~> |lines|{ 'total': qty }|", "Variable a")]
    public void References_OfExpression_AreWhatItReadsFromOutside(string expression, string references)
    {
        JsonataExpression compiled = JsonataExpression.Compile(expression, JsonataOptions.StepFunctions);

        Assert.That(string.Join(", ", compiled.References.Select(Show)), Is.EqualTo(references));
    }

    private static string Show(JsonataReference reference) =>
        $"{reference.Kind} {reference.Name}{(reference.Member is null ? string.Empty : $".{reference.Member}")}";
}
