using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Analyzing;

public sealed class AnalysisTests
{
    [TestCase("phone", "phone")]
    [TestCase("$", "$")]
    [TestCase("$$.a", "$$")]
    [TestCase("a + $x", "a")]
    [TestCase("*", "*")]
    [TestCase("$states.input.phone", "")]
    [TestCase("$states.input[phone = $].(a + $)", "")]
    [TestCase("$map($states.input, function($v) { $v.a })", "")]
    [TestCase("$states.input^(a).b", "")]
    [TestCase("{ 'k': b }", "b")]
    [TestCase("$states.input ~> |a|{ 'b': c }|", "")]
    public void Analyze_InputReferences_AreThoseOutsideOfSteps(string expression, string expected)
    {
        JsonataAnalysis analysis = JsonataExpression.Compile(expression).Analyze();

        Assert.That(string.Join(',', analysis.InputReferences.Select(reference => reference.Text)), Is.EqualTo(expected));
    }

    [TestCase("$sum(1) + $none(2)", "T1006 none")]
    [TestCase("sum(1)", "T1005 sum")]
    [TestCase("$uppercase('a', 'b')", "T0410 uppercase")]
    [TestCase("$exists()", "T0410 exists")]
    [TestCase("'a' ~> $uppercase()", "")]
    [TestCase("'a' ~> $uppercase('b')", "T0410 uppercase")]
    [TestCase("($f := function($x) { $x }; $f(1, 2))", "")]
    [TestCase("$zip([1], [2], [3])", "")]
    public void Analyze_FaultyCalls_AreFoundBeforeTheyAreMade(string expression, string expected)
    {
        JsonataAnalysis analysis = JsonataExpression.Compile(expression).Analyze();

        Assert.That(string.Join(',', analysis.FaultyCalls.Select(fault => $"{fault.Code} {fault.Token}")), Is.EqualTo(expected));
    }

    [Test]
    public void Analyze_Names_AreThoseTakenFromOutside()
    {
        JsonataAnalysis analysis = JsonataExpression
            .Compile("($own := $count($states.input.a); $f := function($p) { $p + $own + $limit }; $f($states.result) & $states.input.b)")
            .Analyze();

        Assert.That(string.Join(',', analysis.Variables.Order()), Is.EqualTo("limit,states"));
        Assert.That(string.Join(',', analysis.Functions), Is.EqualTo("count"));
        Assert.That(string.Join(',', analysis.GetMembers("states").Order()), Is.EqualTo("input,result"));
    }
}
