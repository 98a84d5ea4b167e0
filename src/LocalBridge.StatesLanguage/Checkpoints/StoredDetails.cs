using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>The fields that were stored of the details of a history event, before it is said which kind of details they are of.</summary>
internal sealed class StoredDetails
{
    internal string? Name { get; private set; }

    /// <summary>The input, output or parameters.</summary>
    internal JsonValue Data { get; private set; }

    internal string? Resource { get; private set; }

    internal string? ResourceType { get; private set; }

    internal string? Region { get; private set; }

    internal long? Timeout { get; private set; }

    internal long? Heartbeat { get; private set; }

    internal JsonValue Credentials { get; private set; }

    internal string? Error { get; private set; }

    internal string? Cause { get; private set; }

    internal JsonObject? Variables { get; private set; }

    /// <summary>The length, index or count.</summary>
    internal int Number { get; private set; }

    internal string? Location { get; private set; }

    internal static StoredDetails Read(ref CheckpointReader reader)
    {
        var details = new StoredDetails();
        while (reader.TryReadTag(out int tag))
        {
            switch (tag)
            {
                case DetailsTags.Name:
                    details.Name = reader.Text();
                    break;
                case DetailsTags.Data:
                    details.Data = reader.Json();
                    break;
                case DetailsTags.Resource:
                    details.Resource = reader.Text();
                    break;
                case DetailsTags.ResourceType:
                    details.ResourceType = reader.Text();
                    break;
                case DetailsTags.Region:
                    details.Region = reader.Text();
                    break;
                case DetailsTags.Timeout:
                    details.Timeout = reader.Number();
                    break;
                case DetailsTags.Heartbeat:
                    details.Heartbeat = reader.Number();
                    break;
                case DetailsTags.Credentials:
                    details.Credentials = reader.Json();
                    break;
                case DetailsTags.Error:
                    details.Error = reader.Text();
                    break;
                case DetailsTags.Cause:
                    details.Cause = reader.Text();
                    break;
                case DetailsTags.Variables:
                    details.Variables = reader.Json().TryGetObject(out JsonObject? variables)
                        ? variables
                        : throw new CheckpointFormatException("The stored variables are no object: the bytes are damaged.");
                    break;
                case DetailsTags.Number:
                    details.Number = reader.Int32();
                    break;
                case DetailsTags.Location:
                    details.Location = reader.Text();
                    break;
                default:
                    throw CheckpointFormatException.UnknownTag(tag, "history event");
            }
        }

        return details;
    }
}
