using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Inspecting;

public sealed class FaultyCallTests
{
    [TestCase("$sum(1) + $none(2)", "T1006 none")]
    [TestCase("sum(1)", "T1005 sum")]
    [TestCase("$uppercase('a', 'b')", "T0410 uppercase")]
    [TestCase("$exists()", "T0410 exists")]
    [TestCase("'a' ~> $uppercase()", "")]
    [TestCase("'a' ~> $uppercase('b')", "T0410 uppercase")]
    [TestCase("($f := function($x) { $x }; $f(1, 2))", "")]
    [TestCase("$zip([1], [2], [3])", "")]
    public void FindFaultyCalls_CallsThatCannotSucceed_AreFoundBeforeTheyAreMade(string expression, string expected)
    {
        IReadOnlyList<JsonataException> faults = JsonataExpression.Compile(expression).FindFaultyCalls();

        Assert.That(string.Join(',', faults.Select(fault => $"{fault.Code} {fault.Token}")), Is.EqualTo(expected));
    }
}
