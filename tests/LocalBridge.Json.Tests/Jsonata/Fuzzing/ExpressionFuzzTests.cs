using System.Globalization;
using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Fuzzing;

/// <summary>
/// Compiles and evaluates mutated expressions: each ends in a result or in a <see cref="JsonataException"/> whose place lies in the text.
/// A test run takes some thousands; <c>LOCALBRIDGE_FUZZ=1000000 dotnet test tests/LocalBridge.Json.Tests -c Release --filter ExpressionFuzz</c> takes a million.
/// </summary>
public sealed class ExpressionFuzzTests
{
    private const int Seed = 20_261_125;
    private const int UsualCount = 10_000;

    private static readonly JsonataOptions Bounded = new()
    {
        Timeout = TimeSpan.FromMilliseconds(250),
        MaximumSequenceLength = 100_000,
        MaximumStringLength = 1_000_000,
        RandomSeed = 1,
    };

    private static readonly JsonValue Input = JsonValue.Parse(
        """
        {"Account":{"Order":[{"OrderID":"o1","Product":[{"Product Name":"Hat","SKU":"1","Description":{"Colour":"Red","Width":3},"Price":34.45,"Quantity":2},
        {"Product Name":"Cap","SKU":"2","Description":{"Colour":"Blue","Width":4},"Price":21.5,"Quantity":1}]},{"OrderID":"o2","Product":{"SKU":"3","Price":9,"Quantity":0}}]},
        "a":[1,2,3],"b":{"c":[{"d":1},null,"x",[2,[3]]]},"n":null,"s":"text 😀"}
        """);

    [Test]
    public void CompileAndEvaluate_MutatedExpressions_GiveAResultOrAnError()
    {
        int count = int.Parse(Environment.GetEnvironmentVariable("LOCALBRIDGE_FUZZ") ?? $"{UsualCount}", CultureInfo.InvariantCulture);
        var mutator = new ExpressionMutator(Seed);
        var outcomes = new FuzzOutcomes();
        foreach (int number in Enumerable.Range(0, count))
        {
            outcomes.Run(number, mutator.Next(), Bounded with { IsStepFunctions = number % 8 == 0 }, Input);
        }

        TestContext.Out.WriteLine(outcomes);
        Assert.That(outcomes.Problems, Is.Empty);
        Assert.That(outcomes.Results, Is.GreaterThan(count / 20), "too few mutants are expressions at all");
    }
}
