using LocalBridge.Errors;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Workflows.StateTests.Answers;

namespace LocalBridge.Workflows.StateTests;

/// <summary>Compares the mocked result of a service integration with what the service answers.</summary>
/// <remarks>The first difference is told, in the words of the service. Fields that the service does not know are let through, and so is everything of
/// a service that is not known here.</remarks>
internal static class MockResultCheck
{
    internal static void Check(TaskResource resource, JsonValue result, MockResponseValidationMode mode)
    {
        if (mode != MockResponseValidationMode.None && ServiceAnswers.Find(resource) is { } shape)
        {
            Check(result, shape, string.Empty, mode == MockResponseValidationMode.Strict);
        }
    }

    private static void Check(JsonValue value, AnswerShape shape, string field, bool isStrict)
    {
        switch (shape.Kind)
        {
            case AnswerKind.Structure:
                CheckStructure(value, shape, field, isStrict);
                break;
            case AnswerKind.List:
                Require(value.IsArray, field, "an array");
                foreach (JsonValue element in value.AsArray())
                {
                    Check(element, shape.Element!, field, isStrict);
                }

                break;
            case AnswerKind.Map:
                Require(value.IsObject, field, "an object");
                foreach (KeyValuePair<string, JsonValue> member in value.AsObject())
                {
                    Check(member.Value, shape.Element!, field, isStrict);
                }

                break;
            case AnswerKind.Number:
                Require(value.IsNumber, field, "a number");
                CheckNumber(value.GetDouble(), shape, field);
                break;
            case AnswerKind.Boolean:
                Require(value.IsBoolean, field, "a boolean");
                break;
            case AnswerKind.Text or AnswerKind.Bytes:
                Require(value.IsString, field, "a string");
                CheckText(value.GetString(), shape, field);
                break;
            default:
                break;
        }
    }

    private static void CheckStructure(JsonValue value, AnswerShape shape, string field, bool isStrict)
    {
        Require(value.IsObject, field, "an object");
        JsonObject members = value.AsObject();
        if (isStrict)
        {
            foreach (string required in shape.Required)
            {
                if (!members.ContainsKey(required))
                {
                    throw Mismatch($"Required field '{required}' is missing");
                }
            }
        }

        foreach (KeyValuePair<string, JsonValue> member in members)
        {
            if (shape.Members.TryGetValue(member.Key, out AnswerShape? inner))
            {
                Check(member.Value, inner, member.Key, isStrict);
            }
        }
    }

    private static void CheckNumber(double number, AnswerShape shape, string field)
    {
        if (number < shape.Minimum)
        {
            throw Mismatch($"Field '{field}' is less than the minimum value");
        }

        if (number > shape.Maximum)
        {
            throw Mismatch($"Field '{field}' exceeds the maximum value");
        }
    }

    private static void CheckText(string text, AnswerShape shape, string field)
    {
        if (text.Length < shape.Minimum)
        {
            throw Mismatch($"Field '{field}' is smaller than the minimum length");
        }

        // Bytes come as base64, which is longer than what is counted.
        if (text.Length > shape.Maximum && shape.Kind == AnswerKind.Text)
        {
            throw Mismatch($"Field '{field}' exceeds the maximum length");
        }

        if (!shape.Values.IsEmpty && !shape.Values.Contains(text))
        {
            throw Mismatch($"Field '{field}' is not an expected value");
        }
    }

    private static void Require(bool isType, string field, string type)
    {
        if (!isType)
        {
            throw field.Length == 0 ? new ValidationException(TestStateMessages.ResultMustBeObject) : Mismatch($"Field '{field}' must be {type}");
        }
    }

    private static ValidationException Mismatch(string fault) => new(TestStateMessages.Mismatch(fault));
}
