using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Functions;

public sealed class StepFunctionsProfileTests
{
    [TestCase("$partition([1,2,3,4,5], 2)", "[[1,2],[3,4],[5]]")]
    [TestCase("$range(1, 9, 4)", "[1,5,9]")]
    [TestCase("$hash('x', 'MD5')", "\"9dd4e461268c8034f5c8564e155c67a6\"")]
    [TestCase("$random(42)", "0.7275636800328681")]
    [TestCase("$parse('{\"a\": [1.0]}')", "{\"a\":[1.0]}")]
    [TestCase("$length($uuid())", "36")]
    [TestCase("[1 / 0, { 'n': -1 / 0 }]", "[\"Infinity\",{\"n\":\"-Infinity\"}]")]
    [TestCase("1 / 0", "\"Infinity\"")]
    public void Evaluate_ServiceFunctions_GiveWhatTheServiceGives(string expression, string expected)
    {
        Assert.That(JsonataExpression.Compile(expression, JsonataOptions.StepFunctions).Evaluate(default).ToJson(), Is.EqualTo(expected));
    }

    [TestCase("$eval('1')", "T1006", "Attempted to invoke a non-function")]
    [TestCase("$none(1)", "T1006", "Attempted to invoke a non-function")]
    [TestCase("[1..900000] ~> $count()", "U1002", "Expression evaluation memory limit exceeded: Check for excessive memory usage")]
    [TestCase("a ?? b", "S0211", "The symbol \"?\" cannot be used as a unary operator")]
    [TestCase("a ?: b", "S0211", "The symbol \":\" cannot be used as a unary operator")]
    public void Evaluate_WhatTheServiceRefuses_Fails(string expression, string code, string message)
    {
        JsonataException? failure = Assert.Throws<JsonataException>(
            () => JsonataExpression.Compile(expression, JsonataOptions.StepFunctions).Evaluate(default));

        Assert.That(failure!.Code, Is.EqualTo(code));
        Assert.That(failure.Message, Is.EqualTo(message));
    }

    [Test]
    public void Evaluate_ManyTerms_NestAsDeepAsTheServiceAllows()
    {
        Assert.That(Sum(80).Evaluate(default), Is.EqualTo((JsonValue)80));
        Assert.That(() => Sum(200).Evaluate(default), Throws.InstanceOf<JsonataException>().With.Property("Code").EqualTo("U1001"));
    }

    private static JsonataExpression Sum(int terms) =>
        JsonataExpression.Compile(string.Join('+', Enumerable.Repeat("1", terms)), JsonataOptions.StepFunctions);
}
