using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Evaluating;

public sealed class FailuresTests
{
    // Code, place and message are the reference implementation's.
    [TestCase("1 + 'a'", "T2002", 3, "The right side of the \"+\" operator must evaluate to a number")]
    [TestCase("'a' - 1", "T2001", 5, "The left side of the \"-\" operator must evaluate to a number")]
    [TestCase("1 < 'a'", "T2009", 3, "The values 1 and \"a\" either side of operator \"<\" must be of the same data type")]
    [TestCase("1 < true", "T2010", 3, "The expressions either side of operator \"<\" must evaluate to numeric or string values")]
    [TestCase("-'a'", "D1002", 1, "Cannot negate a non-numeric value: \"a\"")]
    [TestCase("[1.5..2]", "T2003", 6, "The left side of the range operator (..) must evaluate to an integer")]
    [TestCase("[1..'a']", "T2004", 4, "The right side of the range operator (..) must evaluate to an integer")]
    [TestCase("{ 1: 2 }", "T1003", 1, "Key in object structure must evaluate to a string; got: 1")]
    [TestCase("{ 'a': 1, 'a': 2 }", "D1009", 1, "Multiple key definitions evaluate to same key: \"a\"")]
    [TestCase("$none(1)", "T1006", 6, "Attempted to invoke a non-function")]
    [TestCase("sum([1])", "T1005", 4, "Attempted to invoke a non-function. Did you mean $sum?")]
    [TestCase("sum(?)", "T1007", 4, "Attempted to partially apply a non-function. Did you mean $sum?")]
    [TestCase("none(?)", "T1008", 5, "Attempted to partially apply a non-function")]
    [TestCase("1 ~> 2", "T2006", 4, "The right side of the function application operator ~> must be a function")]
    [TestCase("$sum(['a'])", "T0412", 5, "Argument 1 of function \"sum\" must be an array of \"numbers\"")]
    [TestCase("$uppercase(1)", "T0410", 11, "Argument 1 of function \"uppercase\" does not match function signature")]
    [TestCase("5.$uppercase()", "S0213", 1, "The literal value 5 cannot be used as a step within a path expression")]
    [TestCase("(5).$uppercase()", "T0411", 15, "Context value is not a compatible type with argument 1 of function \"uppercase\"")]
    [TestCase("true and $error('x')", "D3137", 8, "x")]
    [TestCase("($f := function($x) { $error('x') }; $f(1))", "D3137", 28, "x")]
    [TestCase("$map([1], function($x) { $x + 'a' })", "T2002", 5, "The right side of the \"+\" operator must evaluate to a number")]
    [TestCase("[2, 1]^($ = 2 ? 'a' : 1)", "T2007", 7, "Type mismatch when comparing values \"a\" and 1 in order-by clause")]
    [TestCase("[2, 1]^([$])", "T2008", 7, "The expressions within an order-by clause must evaluate to numeric or string values")]
    [TestCase("{ 'a': {} } ~> |a|5|", "T2011", 19, "The insert/update clause of the transform expression must evaluate to an object: 5")]
    [TestCase("{ 'a': {} } ~> |a|{}, 5|", "T2012", 23, "The delete clause of the transform expression must evaluate to a string or array of strings: 5")]
    [TestCase("($clone := 5; {} ~> |a|{}|)", "T2013", 21, "The transform expression clones the input object using the $clone() function.  This has been overridden in the current scope by a non-function.")]
    [TestCase("$sort([1, 'a'])", "D3070", 6, "The single argument form of the sort function can only be applied to an array of strings or an array of numbers.  Use the second argument to specify a comparison function")]
    [TestCase("$reduce([1, 2], function($x) { $x })", "D3050", 8, "The second argument of reduce function must be a function with at least two arguments")]
    [TestCase("$eval('1 +')", "D3120", 6, "Syntax error in expression passed to function eval: \"Unexpected end of expression\"")]
    [TestCase("$eval('1 + \"a\"')", "D3121", 6, "Dynamic error evaluating the expression passed to function eval: \"The right side of the \\\"+\\\" operator must evaluate to a number\"")]
    public void EvaluateOrCompile_Failure_NamesCodePlaceAndReason(string expression, string code, int position, string message)
    {
        JsonataException? failure = Assert.Throws<JsonataException>(() => JsonataExpression.Compile(expression).Evaluate(default));

        Assert.That(failure!.Code, Is.EqualTo(code));
        Assert.That(failure.Message, Is.EqualTo(message));
        Assert.That(failure.Position, Is.EqualTo(position));
        Assert.That(failure.Expression, Is.EqualTo(expression));
    }
}
