namespace LocalBridge.PostgreSql.Schema;

/// <summary>Adds the messages between owners. They need not outlive a crash of the server: who sent one that got lost asks again.</summary>
internal static class Version2
{
    internal const string Sql = """
        CREATE UNLOGGED TABLE message (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, recipient bigint NOT NULL, sender bigint NOT NULL, body bytea NOT NULL);
        CREATE INDEX message_by_recipient ON message (recipient, id);
        """;
}
