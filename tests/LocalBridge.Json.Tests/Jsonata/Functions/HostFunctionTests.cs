using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Functions;

public sealed class HostFunctionTests
{
    private static readonly JsonataOptions Options = new()
    {
        Functions =
        [
            new JsonataFunction("vat", "<n-n?:n>", arguments => arguments[0].GetDouble() * (arguments[1].IsUndefined ? 0.25 : arguments[1].GetDouble())),
            new JsonataFunction("first", "<a<s>:s>", arguments => arguments[0][0]),
            new JsonataFunction("show", null, arguments => string.Join('|', arguments.ToArray())),
            new JsonataFunction("fail", "<s:x>", arguments => throw new JsonataException("X0001", value: arguments[0])),
            new JsonataFunction("trim", "<s-:s>", arguments => "mine"),
        ],
    };

    [TestCase("$vat(100)", "25")]
    [TestCase("$vat(100, 0.5)", "50")]
    [TestCase("items.price.$vat()", "[2.5,5]")]
    [TestCase("$map(items.price, $vat)", "[2.5,5]")]
    [TestCase("$first('one')", "\"one\"")]
    [TestCase("$show(1, 'a', items.price)", "\"1|\\\"a\\\"|[10,20]\"")]
    [TestCase("$trim(' x ')", "\"mine\"")]
    [TestCase("($half := $vat(?, 0.5); $half(8))", "4")]
    public void Evaluate_HostFunction_GetsWhatItsSignatureSays(string expression, string expected)
    {
        JsonValue input = JsonValue.Parse("""{ "items": [ { "price": 10 }, { "price": 20 } ] }""");

        Assert.That(JsonataExpression.Compile(expression, Options).Evaluate(input).ToJson(), Is.EqualTo(expected));
    }

    [TestCase("$vat('x')", "T0410", "vat")]
    [TestCase("$first([1])", "T0412", "first")]
    [TestCase("$fail('why')", "X0001", "fail")]
    public void Evaluate_HostFunctionFails_NamesIt(string expression, string code, string name)
    {
        JsonataException? failure = Assert.Throws<JsonataException>(() => JsonataExpression.Compile(expression, Options).Evaluate(default));

        Assert.That(failure!.Code, Is.EqualTo(code));
        Assert.That(failure.Token, Is.EqualTo(name));
        Assert.That(failure.Position, Is.Positive);
    }

    [Test]
    public void Constructor_FaultySignature_Throws()
    {
        Assert.That(() => new JsonataFunction("f", "<n<s>>", _ => default), Throws.InstanceOf<JsonataException>());
        Assert.That(() => new JsonataFunction("$f", null, _ => default), Throws.ArgumentException);
    }
}
