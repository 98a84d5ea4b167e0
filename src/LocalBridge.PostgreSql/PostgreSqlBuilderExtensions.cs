namespace LocalBridge.PostgreSql;

/// <summary>Puts a bridge on PostgreSQL.</summary>
public static class PostgreSqlBuilderExtensions
{
    /// <summary>Keeps what must not be lost in a PostgreSQL database, and shares it with the other bridges on that database.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">The connection string of Npgsql. The user needs the right to create a schema, or the schema must exist and belong to it.
    /// <c>Maximum Pool Size</c> is 20 where it says nothing, so that several processes share a server.</param>
    /// <param name="configure">Changes the options; <see langword="null"/> for the defaults.</param>
    /// <returns>The builder.</returns>
    public static LocalBridgeBuilder UsePostgreSql(this LocalBridgeBuilder builder, string connectionString, Action<PostgreSqlStorageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var options = new PostgreSqlStorageOptions();
        configure?.Invoke(options);
        options.Validate();
        return builder.UseStorage(_ => new PostgreSqlStorage(connectionString, options));
    }
}
