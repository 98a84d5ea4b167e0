using Npgsql;

namespace LocalBridge.PostgreSql.Writing;

/// <summary>Statements that fail, and their transaction with them, unless they find what they expect. So what follows can be sent without waiting for their answer.</summary>
internal static class Proof
{
    /// <summary>Of the lease; as <see cref="Owning.OwnerLease.Check"/>.</summary>
    internal const string Lease = "SELECT 1 / count(*) FROM (SELECT FROM owner WHERE epoch = $1 AND lease_until > clock_timestamp() FOR KEY SHARE) proof";

    /// <summary>Moves open executions from the versions that are expected of them.</summary>
    internal const string Advance = """
        WITH advanced AS (
            UPDATE open_execution o SET version = u.version, state = coalesce(u.state, o.state) FROM unnest($1, $2, $3, $4) u (id, expected, version, state)
            CROSS JOIN LATERAL (SELECT x.ctid FROM open_execution x WHERE x.id = u.id AND x.version = u.expected AND x.owner = $5 OFFSET 0) found
            WHERE o.ctid = found.ctid RETURNING 1)
        SELECT 1 / (count(*) = cardinality($1))::int FROM advanced
        """;

    /// <summary>Removes executions from the open ones if they have the versions that are expected of them.</summary>
    internal const string RemoveOpen = """
        WITH removed AS (
            DELETE FROM open_execution o USING unnest($1, $2) u (id, expected)
            CROSS JOIN LATERAL (SELECT x.ctid FROM open_execution x WHERE x.id = u.id AND x.version = u.expected AND x.owner = $3 OFFSET 0) found
            WHERE o.ctid = found.ctid RETURNING 1)
        SELECT 1 / (count(*) = cardinality($1))::int FROM removed
        """;

    /// <summary>Whether one of them has failed.</summary>
    internal static bool HasFailed(PostgresException exception) => exception.SqlState == PostgresErrorCodes.DivisionByZero;
}
