using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>Says which batch of a group cannot be committed, and because of what; the others can.</summary>
internal sealed class GroupConflictException(CommitRequest request, StorageOperation operation) : Exception("A batch of the group expects another version.")
{
    private const string ExecutionVersion = "SELECT coalesce(o.version, e.version) FROM execution e LEFT JOIN open_execution o ON o.id = e.id WHERE e.arn = $1";

    private const string RecordVersion = "SELECT version FROM record WHERE kind = $1 AND key = $2";

    internal CommitRequest Request { get; } = request;

    /// <summary>Makes the exception for the committer. The transaction must have been rolled back.</summary>
    internal async Task<StorageConflictException> ExplainAsync(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(operation is PutRecord or RemoveRecord ? RecordVersion : ExecutionVersion, connection);
        await using (command.ConfigureAwait(false))
        {
            (string key, long expected) = AddKey(command.Parameters);
            return new StorageConflictException(key, expected, await command.ExecuteScalarAsync().ConfigureAwait(false) as long? ?? 0);
        }
    }

    private (string Key, long ExpectedVersion) AddKey(NpgsqlParameterCollection parameters)
    {
        switch (operation)
        {
            case PutRecord put:
                AddRecordKey(parameters, put.Kind, put.Key);
                return (put.Key, put.ExpectedVersion ?? 0);
            case RemoveRecord remove:
                AddRecordKey(parameters, remove.Kind, remove.Key);
                return (remove.Key, remove.ExpectedVersion ?? 0);
            default:
                var checkpoint = (ExecutionCheckpoint)operation;
                parameters.Add(new NpgsqlParameter<string> { TypedValue = checkpoint.ExecutionArn });
                return (checkpoint.ExecutionArn, checkpoint.ExpectedVersion);
        }
    }

    private static void AddRecordKey(NpgsqlParameterCollection parameters, string kind, string key)
    {
        parameters.Add(new NpgsqlParameter<string> { TypedValue = kind });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
    }
}
