using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata;

public sealed class JsonataExpressionTests
{
    private const string Order = """{ "id": "A-1", "lines": [ { "qty": 2, "price": 4.5 }, { "qty": 1, "price": 10 } ], "tags": ["x"] }""";

    [TestCase("id", "\"A-1\"")]
    [TestCase("lines.qty", "[2,1]")]
    [TestCase("lines[qty > 1].price", "4.5")]
    [TestCase("lines[qty > 1].price[]", "[4.5]")]
    [TestCase("tags", "[\"x\"]")]
    [TestCase("$sum(lines.(qty * price))", "19")]
    [TestCase("lines^(price).qty", "[2,1]")]
    [TestCase("lines^(>price).qty", "[1,2]")]
    [TestCase("lines{$string(qty): price}", "{\"2\":4.5,\"1\":10}")]
    [TestCase("{ 'id': id, 'none': nothing, 'n': $count(lines) }", "{\"id\":\"A-1\",\"n\":2}")]
    [TestCase("lines#$i.{ 'at': $i, 'price': price }", "[{\"at\":0,\"price\":4.5},{\"at\":1,\"price\":10}]")]
    [TestCase("lines.{ 'order': %.id, 'price': price }", "[{\"order\":\"A-1\",\"price\":4.5},{\"order\":\"A-1\",\"price\":10}]")]
    [TestCase("$map(lines, function($l, $i, $all) { $i & '/' & $count($all) & ':' & $l.price })", "[\"0/2:4.5\",\"1/2:10\"]")]
    [TestCase("($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(5))", "120")]
    [TestCase("id ~> $lowercase ~> $length", "3")]
    [TestCase("($twice := $substring(?, 0, 2) ~> $uppercase; $twice('abc'))", "\"AB\"")]
    [TestCase("$ ~> |lines[qty = 1]|{ 'qty': 5 }, 'price'|", "{\"id\":\"A-1\",\"lines\":[{\"qty\":2,\"price\":4.5},{\"qty\":5}],\"tags\":[\"x\"]}")]
    [TestCase("nothing ?? 'else'", "\"else\"")]
    [TestCase("'' ?: 'else'", "\"else\"")]
    [TestCase("**.price", "[4.5,10]")]
    [TestCase("$eval('$sum(lines.price)')", "14.5")]
    [TestCase("[[1, 2], [1, 2][0], (1), lines.qty, [1..3][$ > 1]]", "[[1,2],1,1,2,1,[2,3]]")]
    public void Evaluate_Expression_GivesWhatTheReferenceGives(string expression, string expected)
    {
        JsonValue result = JsonataExpression.Compile(expression).Evaluate(JsonValue.Parse(Order));

        Assert.That(result.ToJson(), Is.EqualTo(expected));
    }

    [TestCase("nothing")]
    [TestCase("lines.nothing")]
    [TestCase("lines[qty > 9]")]
    [TestCase("$sum(nothing)")]
    [TestCase("id > nothing")]
    [TestCase("[1..0][0]")]
    [TestCase("$sift({ 'a': 1 }, function($v) { $v > 1 })")]
    public void Evaluate_NothingComesOfIt_IsUndefined(string expression)
    {
        JsonValue result = JsonataExpression.Compile(expression).Evaluate(JsonValue.Parse(Order));

        Assert.That(result.IsUndefined, Is.True);
    }

    [Test]
    public void Evaluate_ResultHoldsSequences_LooksLikeAnyJson()
    {
        JsonValue result = JsonataExpression.Compile("{ 'a': lines.qty, 'b': [lines.price] }").Evaluate(JsonValue.Parse(Order));

        Assert.That(result, Is.EqualTo(JsonValue.Parse("""{ "a": [2, 1], "b": [4.5, 10] }""")));
        Assert.That(JsonataExpression.Compile("$distinct([a, a])").Evaluate(result), Is.EqualTo(JsonValue.Parse("[2, 1]")));
    }

    [Test]
    public void Evaluate_InputIsArray_CountsAsOneValue()
    {
        JsonValue input = JsonValue.Parse("[[1, 2], [3]]");

        Assert.That(JsonataExpression.Compile("$").Evaluate(input), Is.EqualTo(input));
        Assert.That(JsonataExpression.Compile("$count($)").Evaluate(input), Is.EqualTo((JsonValue)2));
    }

    [Test]
    public void Evaluate_NumberThatJsonCannotHold_IsWrittenAsNull()
    {
        JsonValue result = JsonataExpression.Compile("[1 / 0]").Evaluate(default);

        Assert.That(result[0].GetDouble(), Is.EqualTo(double.PositiveInfinity));
        Assert.That(result.ToJson(), Is.EqualTo("[null]"));
    }

    [Test]
    public void Evaluate_ResultIsFunction_SaysSo()
    {
        JsonataException? failure = Assert.Throws<JsonataException>(() => JsonataExpression.Compile("$sum").Evaluate(default));

        Assert.That(failure!.Message, Does.StartWith("The expression results in a function"));
    }

    [Test]
    public void Evaluate_FunctionsInResult_AreLeftOut()
    {
        JsonValue result = JsonataExpression.Compile("{ 'a': $sum, 'b': [$sum, 1] }").Evaluate(default);

        Assert.That(result.ToJson(), Is.EqualTo("""{"b":[null,1]}"""));
    }

    [Test]
    public void EvaluateElement_Document_GivesElementOfItsOwn()
    {
        using var document = JsonDocument.Parse(Order);

        JsonElement result = JsonataExpression.Compile("lines.qty").EvaluateElement(document.RootElement);

        Assert.That(result.GetRawText(), Is.EqualTo("[2,1]"));
        Assert.That(JsonataExpression.Compile("nothing").EvaluateElement(document.RootElement).ValueKind, Is.EqualTo(JsonValueKind.Undefined));
    }

    [Test]
    public void EvaluateNode_Node_GivesNewNode()
    {
        JsonNode? result = JsonataExpression.Compile("lines[0]").EvaluateNode(JsonNode.Parse(Order));

        Assert.That(result!["price"]!.GetValue<double>(), Is.EqualTo(4.5));
    }

    [Test]
    public void EvaluateUtf8_Text_GivesText()
    {
        byte[] result = JsonataExpression.Compile("id").EvaluateUtf8(Encoding.UTF8.GetBytes(Order));

        Assert.That(Encoding.UTF8.GetString(result), Is.EqualTo("\"A-1\""));
        Assert.That(JsonataExpression.Compile("nothing").EvaluateUtf8([]), Is.Empty);
    }

    [Test]
    public void TryCompile_FaultyText_GivesTheFault()
    {
        bool isExpression = JsonataExpression.TryCompile("a[", out JsonataExpression? compiled, out JsonataException? error);

        Assert.That(isExpression, Is.False);
        Assert.That(compiled, Is.Null);
        Assert.That(error!.Code, Is.EqualTo("S0203"));
    }

    [Test]
    public void Evaluate_NumbersReadAsText_KeepTheirText()
    {
        JsonValue result = JsonataExpression.Compile("{ 'n': n }").Evaluate(JsonValue.Parse("""{ "n": 1.0 }"""));

        Assert.That(result.ToJson(), Is.EqualTo("""{"n":1.0}"""));
    }
}
