using LocalBridge.Functions;
using LocalBridge.Json;

namespace LocalBridge.Tests.Functions;

public sealed class FunctionFailureTests
{
    [Test]
    public void From_FunctionException_KeepsErrorAndCause() =>
        Assert.That(FunctionFailure.From(new FunctionException("OutOfStock", "7")), Is.EqualTo(new FunctionFailure("OutOfStock", "7")));

    [Test]
    public void From_OtherException_TellsTypeMessageAndStack()
    {
        FunctionFailure failure = FunctionFailure.From(Thrown(new InvalidOperationException("no \"stock\"", new TimeoutException("slow"))));

        JsonValue cause = JsonValue.Parse(failure.Cause!);
        Assert.That(failure.Error, Is.EqualTo("InvalidOperationException"));
        Assert.That(cause["errorType"].GetString(), Is.EqualTo("InvalidOperationException"));
        Assert.That(cause["errorMessage"].GetString(), Is.EqualTo("no \"stock\""));
        Assert.That(cause["stackTrace"][0].GetString(), Does.StartWith("at LocalBridge.Tests.Functions.FunctionFailureTests.Thrown"));
        Assert.That(cause["cause"]["errorType"].GetString(), Is.EqualTo("TimeoutException"));
    }

    [TestCase('x')]
    [TestCase('\u0001')]
    public void From_HugeMessage_StaysWithinTheServicesLimitAndIsJson(char character)
    {
        FunctionFailure failure = FunctionFailure.From(Thrown(new InvalidOperationException(new string(character, 1_000_000))));

        Assert.That(failure.Cause, Has.Length.LessThanOrEqualTo(32_768));
        Assert.That(() => JsonValue.Parse(failure.Cause!), Throws.Nothing);
    }

    [Test]
    public void FunctionException_NoError_IsRefused() => Assert.That(() => new FunctionException("", null), Throws.ArgumentException);

    private static InvalidOperationException Thrown(InvalidOperationException exception)
    {
        try
        {
            throw exception;
        }
        catch (InvalidOperationException caught)
        {
            return caught;
        }
    }
}
