using Microsoft.Extensions.Logging;

namespace LocalBridge.CrashTests;

/// <summary>Writes down when the bridge of a child says that it had lost its lease: what it worked on may then be done by another one, too.</summary>
internal sealed class FencingLog(PromiseLog log) : ILoggerFactory, ILogger
{
    private const string LeaseRegained = nameof(LeaseRegained); // the name of the event

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name == LeaseRegained)
        {
            log.Write("fenced 0 0");
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("It writes into the log of promises only.");

    public void Dispose()
    {
    }
}
