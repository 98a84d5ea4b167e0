namespace LocalBridge.Sqlite;

/// <summary>Puts a bridge on SQLite.</summary>
public static class SqliteBuilderExtensions
{
    /// <summary>Keeps what must not be lost in a SQLite file.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file; it is made when it does not exist, and its directory with it.</param>
    /// <param name="configure">Changes the options; <see langword="null"/> for the defaults.</param>
    /// <returns>The builder.</returns>
    public static LocalBridgeBuilder UseSqlite(this LocalBridgeBuilder builder, string path, Action<SqliteStorageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var options = new SqliteStorageOptions();
        configure?.Invoke(options);
        options.Validate();
        return builder.UseStorage(_ => new SqliteStorage(path, options));
    }
}
