using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Tests.Definitions;

internal sealed class DefinitionValidationTests
{
    private const string ThreeFaults =
        """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B","X":1,"Y":2,"Z":3},"B":{"Type":"Succeed"}}}""";

    [Test]
    public void Validate_MoreFaultsThanAskedFor_IsTruncated()
    {
        DefinitionValidation validation = StateMachineDefinition.Validate(ThreeFaults, maximumCount: 2);

        Assert.That((validation.IsValid, validation.Diagnostics.Length, validation.IsTruncated), Is.EqualTo((false, 2, true)));
    }

    [TestCase(0)]
    [TestCase(3)]
    public void Validate_RoomForAll_IsNotTruncated(int maximumCount)
    {
        DefinitionValidation validation = StateMachineDefinition.Validate(ThreeFaults, maximumCount: maximumCount);

        Assert.That((validation.Diagnostics.Length, validation.IsTruncated), Is.EqualTo((3, false)));
    }

    [TestCase(-1)]
    [TestCase(101)]
    public void Validate_ImpossibleCount_Throws(int maximumCount)
    {
        Assert.That(() => StateMachineDefinition.Validate("{}", maximumCount: maximumCount), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase("arn:aws:states:us-east-1:111111111111:activity:a", "Express state machine does not support Activity ARN")]
    [TestCase("arn:aws:states:::states:startExecution.sync", "Express state machine does not support '.sync' service integration")]
    [TestCase("arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Express state machine does not support '.waitForTaskToken' service integration")]
    public void Validate_ExpressThatWouldWait_IsFaulty(string resource, string message)
    {
        string json = """{"StartAt":"A","States":{"A":{"Type":"Task","End":true,"Resource":"RESOURCE"}}}""".Replace("RESOURCE", resource, StringComparison.Ordinal);

        Assert.That(StateMachineDefinition.Validate(json).IsValid, Is.True);
        Assert.That(StateMachineDefinition.Validate(json, new DefinitionOptions { IsExpress = true }).Diagnostics.Single().Message, Is.EqualTo(message));
    }

    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"}}}""", "/States", "No terminal state: at least one state must have 'End', or be of type Succeed or Fail")]
    [TestCase("""{"StartAt":"A","StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "/StartAt", "Duplicate field 'StartAt'")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"B"},{"Variable":"$.a","IsNull":true,"IsNull":true,"Next":"B"}]},"B":{"Type":"Succeed"}}}""", "/States/A/Choices/1/IsNull", "Duplicate field 'IsNull'")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"a":{"b":1,"b.$":"$.c"}},"End":true}}}""", "/States/A/Parameters/a", "The fields 'b.$' and 'b' give the same field 'b'")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"a.$":"States.MathAdd(1, '2')"},"End":true}}}""", "/States/A/Parameters", "The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:query","End":true}}}""", "/States/A/Resource", "The resource provided arn:aws:states:::dynamodb:query is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${f","End":true}}}""", "/States/A/Resource", "The resource provided ${f is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Parallel","Branches":[],"End":true}}}""", "/States/A/Branches", "Value cannot be empty")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pss","End":true}}}""", "/States/A/Type", "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]")]
    public void Validate_FaultyDefinition_SaysWhatIsWrongAndWhere(string json, string location, string message)
    {
        Diagnostic diagnostic = StateMachineDefinition.Validate(json).Diagnostics.Single();

        Assert.That((diagnostic.Location, diagnostic.Message), Is.EqualTo((location, message)));
    }

    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"a":["$.b"]},"End":true}}}""", "/States/A/Parameters/a/0")]
    [TestCase("""{"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"a":"{% 1 %}"},"End":true}}}""", "/States/A/Assign/a")]
    [TestCase("""{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":{"a.$":1},"End":true}}}""", "/States/A/Output/a.$")]
    public void Validate_LiteralThatLooksLikeAnExpression_IsAWarningOnly(string json, string location)
    {
        DefinitionValidation validation = StateMachineDefinition.Validate(json, minimumSeverity: DiagnosticSeverity.Warning);

        Assert.That(validation.IsValid, Is.True);
        Assert.That(validation.Diagnostics.Select(static x => (x.Severity, x.Code, x.Location)), Is.EqualTo(new[] { (DiagnosticSeverity.Warning, "NO_DOLLAR", location) }));
        Assert.That(StateMachineDefinition.Validate(json).Diagnostics, Is.Empty);
    }

    [TestCase("arn:aws:states:::aws-sdk:dynamodb:query")]
    [TestCase("arn:aws:states:::brandnew:doIt")]
    [TestCase("${LambdaArn}")]
    [TestCase("arn:aws:lambda:us-east-1:111111111111:function:f:PROD")]
    [TestCase("reserve-stock")]
    public void Validate_ResourceThatMayExist_IsValid(string resource)
    {
        string json = """{"StartAt":"A","States":{"A":{"Type":"Task","End":true,"Resource":"RESOURCE"}}}""".Replace("RESOURCE", resource, StringComparison.Ordinal);

        Assert.That(StateMachineDefinition.Validate(json).Diagnostics, Is.Empty);
    }
}
