using LocalBridge.Errors;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Workflows.StateTests;

namespace LocalBridge.Tests.Workflows.StateTests;

internal sealed class MockResultCheckTests
{
    private const string StartExecution = "arn:aws:states:::states:startExecution";
    private const string GetItem = "arn:aws:states:::dynamodb:getItem";

    private static void Check(string resource, string result, MockResponseValidationMode mode = default) =>
        MockResultCheck.Check(TaskResource.Parse(resource), JsonValue.Parse(result), mode);

    [TestCase(StartExecution, "{}", "Required field 'ExecutionArn' is missing")]
    [TestCase(StartExecution, """{"ExecutionArn":"arn","StartDate":7}""", "Field 'StartDate' must be a string")]
    [TestCase(GetItem, """{"Item":[]}""", "Field 'Item' must be an object")]
    [TestCase(GetItem, """{"Item":{"a":{"BOOL":"x"}}}""", "Field 'BOOL' must be a boolean")]
    [TestCase(GetItem, """{"Item":{"a":{"L":[{"L":[{"S":1}]}]}}}""", "Field 'S' must be a string")]
    [TestCase("arn:aws:states:::aws-sdk:sqs:receiveMessage", """{"Messages":{}}""", "Field 'Messages' must be an array")]
    [TestCase("arn:aws:states:::aws-sdk:eventbridge:describeRule", """{"State":"ON"}""", "Field 'State' is not an expected value")]
    [TestCase("arn:aws:states:::aws-sdk:kms:encrypt", """{"CiphertextBlob":""}""", "Field 'CiphertextBlob' is smaller than the minimum length")]
    public void Check_ResultUnlikeTheService_NamesTheField(string resource, string result, string fault) => Assert.That(
        () => Check(resource, result),
        Throws.TypeOf<ValidationException>().With.Message.EqualTo($"Mock result schema validation error: {fault}"));

    [TestCase(StartExecution, """{"ExecutionArn":"arn","StartDate":"2026-01-01T00:00:00Z","Unknown":1}""", MockResponseValidationMode.Strict)]
    [TestCase(StartExecution, "{}", MockResponseValidationMode.Present)]
    [TestCase(StartExecution, """{"ExecutionArn":7}""", MockResponseValidationMode.None)]
    [TestCase("arn:aws:states:::lambda:invoke", """{"Payload":{"any":1},"StatusCode":200}""", MockResponseValidationMode.Strict)]
    [TestCase("arn:aws:states:::sqs:sendMessage.waitForTaskToken", """{"MessageId":7}""", MockResponseValidationMode.Strict)]
    [TestCase("arn:aws:states:::http:invoke", "7", MockResponseValidationMode.Strict)]
    [TestCase("some-function", "7", MockResponseValidationMode.Strict)]
    public void Check_ResultThatMayBe_IsLetThrough(string resource, string result, MockResponseValidationMode mode) =>
        Assert.That(() => Check(resource, result, mode), Throws.Nothing);

    [Test]
    public void Check_ResultThatIsNoObject_IsRefused() => Assert.That(
        () => Check(GetItem, "7"),
        Throws.TypeOf<ValidationException>().With.Message.EqualTo("Mocked result must be a JSON object."));
}
