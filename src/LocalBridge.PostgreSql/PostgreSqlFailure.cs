using System.Net.Sockets;
using LocalBridge.Storage;
using Npgsql;

namespace LocalBridge.PostgreSql;

/// <summary>Makes exceptions of what PostgreSQL and the way to it report, and says what can be done about it.</summary>
internal static class PostgreSqlFailure
{
    /// <summary>Whether somebody else was in the way, so that the same thing may succeed at once.</summary>
    internal static bool IsCollision(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.UniqueViolation,
    };

    internal static bool IsStorageFailure(Exception exception) => exception is NpgsqlException or SocketException or IOException or TimeoutException;

    internal static StorageUnavailableException Explain(string where, Exception exception)
    {
        string what = exception switch
        {
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "its disk is full. Make room; waiting work is committed then",
            PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => "it is read-only. Connect to the primary server",
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => "the user lacks a right. Grant it, or name a schema that belongs to the user",
            PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => "it takes no more connections. Raise max_connections, or lower the pool size of the other users",
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => "it refuses the user or the password. Check the connection string",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "the database does not exist. Create it, or check the connection string",
            PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.CrashShutdown } => "it is shutting down or starting. The bridge goes on when it is back",
            PostgresException => "an operation failed",
            TimeoutException => "it did not answer in time. The bridge goes on when it is back",
            _ => "the connection failed. Check that the server runs and can be reached; the bridge goes on when it is back",
        };
        return new StorageUnavailableException($"The PostgreSQL database {where} cannot be used: {what}. ({exception.Message})", exception);
    }
}
