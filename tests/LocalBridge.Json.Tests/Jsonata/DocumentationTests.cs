using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata;

/// <summary>Runs the examples of docs/jsonata.md.</summary>
public sealed class DocumentationTests
{
    [Test]
    public void Documentation_FirstExample_GivesWhatItSays()
    {
        JsonataExpression total = JsonataExpression.Compile("$sum(lines[qty > 1].(qty * price))");
        JsonValue order = JsonValue.Parse("""{ "lines": [ { "qty": 2, "price": 4.5 }, { "qty": 1, "price": 10 } ] }""");

        JsonValue result = total.Evaluate(order);

        Assert.That(result, Is.EqualTo((JsonValue)9));
    }

    [Test]
    public void Documentation_Bindings_AreSeen()
    {
        JsonValue states = JsonValue.Parse("""{ "input": { "orders": [ { "total": 5 }, { "total": 50 } ] } }""");
        var bindings = new JsonataBindings { Instant = DateTimeOffset.UnixEpoch, RandomSource = () => 7 }.Set("states", states).Set("limit", 10);

        JsonValue open = JsonataExpression.Compile("$states.input.orders[total > $limit]").Evaluate(default, bindings);

        Assert.That(open.ToJson(), Is.EqualTo("""{"total":50}"""));
    }

    [Test]
    public void Documentation_HostFunction_IsCalled()
    {
        var options = new JsonataOptions
        {
            Functions = [new JsonataFunction("vat", "<n-n?:n>", args => args[0].GetDouble() * (args[1].IsUndefined ? 0.2 : args[1].GetDouble()))],
        };

        JsonValue result = JsonataExpression.Compile("items.price.$vat()", options).Evaluate(JsonValue.Parse("""{ "items": [ { "price": 10 }, { "price": 20 } ] }"""));

        Assert.That(result.ToJson(), Is.EqualTo("[2,4]"));
    }

    [Test]
    public void Documentation_Diagnostic_LooksAsShown()
    {
        JsonataException? failure = Assert.Throws<JsonataException>(
            () => JsonataExpression.Compile("total + name").Evaluate(JsonValue.Parse("""{ "total": 1, "name": "x" }""")));

        Assert.That(failure!.ToDiagnostic(), Is.EqualTo(
            "T2002: The right side of the \"+\" operator must evaluate to a number\n  at line 1, column 7\n  total + name\n        ^"));
    }
}
