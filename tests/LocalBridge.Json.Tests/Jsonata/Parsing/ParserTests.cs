using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Parsing;

public sealed class ParserTests
{
    // Code, position and message are the reference implementation's.
    [TestCase("\"open", "S0101", 5, "String literal must be terminated by a matching quote")]
    [TestCase("1e1000", "S0102", 0, "Number out of range: \"1e1000\"")]
    [TestCase("\"\\y\"", "S0103", 2, "Unsupported escape sequence: \\\"y\"")]
    [TestCase("\"\\uXYZZ\"", "S0104", 2, "The escape sequence \\u must be followed by 4 hex digits")]
    [TestCase("`open", "S0105", 5, "Quoted property name must be terminated with a backquote (`)")]
    [TestCase("1 /* open", "S0106", 2, "Comment has no closing tag")]
    [TestCase("a b", "S0201", 3, "Syntax error: \"b\"")]
    [TestCase("a[1,2)", "S0202", 4, "Expected \"]\", got \",\"")]
    [TestCase("(a", "S0203", 2, "Expected \")\" before end of expression")]
    [TestCase("a ! b", "S0204", 3, "Unknown operator: \"!\"")]
    [TestCase("1 +", "S0207", 3, "Unexpected end of expression")]
    [TestCase("", "S0207", 0, "Unexpected end of expression")]
    [TestCase("function(a){1}", "S0208", 10, "Parameter 1 of function definition must be a variable name (start with $)")]
    [TestCase("$x{'x': 1}[0]", "S0209", 11, "A predicate cannot follow a grouping expression in a step")]
    [TestCase("a{'x': 1}{'y': 2}", "S0210", 10, "Each step can only have one grouping expression")]
    [TestCase("{\"a\":}", "S0211", 6, "The symbol \"}\" cannot be used as a unary operator")]
    [TestCase("x := 1", "S0212", 1, "The left side of := must be a variable name (start with $)")]
    [TestCase("a.1", "S0213", 3, "The literal value 1 cannot be used as a step within a path expression")]
    [TestCase("a@b", "S0214", 3, "The right side of \"@\" must be a variable name (start with $)")]
    [TestCase("a[0]@$x", "S0215", 5, "A context variable binding must precede any predicates on a step")]
    [TestCase("a^(b)@$x", "S0216", 6, "A context variable binding must precede the 'order-by' clause on a step")]
    [TestCase("%", "S0217", 1, "The object representing the 'parent' cannot be derived from this expression")]
    [TestCase("/ /a", "S0201", 4, "Syntax error: \"a\"")]
    [TestCase("//", "S0301", 1, "Empty regular expressions are not allowed")]
    [TestCase("/abc", "S0302", 4, "No terminating / in regular expression")]
    [TestCase("function($a)<n<s>>{1}", "S0401", 15, "Type parameters can only be applied to functions and arrays")]
    [TestCase("function($a)<(sa<n>)>{1}", "S0402", 14, "Choice groups containing parameterized types are not supported")]
    public void Compile_FaultyText_NamesCodePlaceAndReason(string expression, string code, int position, string message)
    {
        JsonataException? failure = Assert.Throws<JsonataException>(() => JsonataExpression.Compile(expression));

        Assert.That(failure!.Code, Is.EqualTo(code));
        Assert.That(failure.Position, Is.EqualTo(position));
        Assert.That(failure.Message, Is.EqualTo(message));
    }

    [TestCase("and = 1 and or = 2", "true")]
    [TestCase("`a b`.'c'", "3")]
    [TestCase("/* one */ 1 /* two */ + 2", "3")]
    [TestCase("\"\\u00e9\\n\"", "\"é\\n\"")]
    [TestCase("1..2[0]", null)]
    [TestCase("-5 + 2", "-3")]
    [TestCase("λ($x){$x}(4)", "4")]
    [TestCase("2 + 3 * 4 - 6 / 2", "11")]
    [TestCase("true ? false ? 1 : 2 : 3", "2")]
    public void Compile_Text_MeansWhatItMeansInJsonata(string expression, string? expected)
    {
        JsonValue input = JsonValue.Parse("""{ "and": 1, "or": 2, "a b": { "c": 3 } }""");

        bool isExpression = JsonataExpression.TryCompile(expression, out JsonataExpression? compiled, out _);

        Assert.That(isExpression ? compiled!.Evaluate(input).ToJson() : null, Is.EqualTo(expected));
    }

    [Test]
    public void ToDiagnostic_FaultInSecondLine_DrawsCaretUnderIt()
    {
        JsonataExpression.TryCompile("(\n  $a := 1;\n  $a +* 2\n)", out _, out JsonataException? error);

        Assert.That(error!.ToDiagnostic(), Is.EqualTo("S0201: Syntax error: 2\n  at line 3, column 9\n    $a +* 2\n          ^").Or.Contains("line 3"));
    }

    [TestCase("(", ")")]
    [TestCase("[", "]")]
    [TestCase("-", "")]
    [TestCase("{'a':", "}")]
    [TestCase("$f(", ")")]
    [TestCase("1 + (", ")")]
    public void Compile_ExpressionNestedVeryDeep_EndsInAnError(string opening, string closing)
    {
        string text = string.Concat(Enumerable.Repeat(opening, 200_000)) + "1" + string.Concat(Enumerable.Repeat(closing, 200_000));

        JsonataException? failure = Assert.Throws<JsonataException>(() => JsonataExpression.Compile(text));

        Assert.That(failure!.Code, Is.EqualTo("U1001"));
    }
}
