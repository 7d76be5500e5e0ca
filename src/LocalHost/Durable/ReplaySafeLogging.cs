using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace NtmServerless.LocalHost.Durable;

/// <summary>Loggers that are silent while their orchestration replays.</summary>
internal sealed class ReplaySafeLogging(TaskOrchestrationContext context, ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Silenced(context, inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("Providers belong to the host's logger factory.");

    public void Dispose()
    {
        // The inner factory belongs to the host.
    }

    private sealed class Silenced(TaskOrchestrationContext context, ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => !context.IsReplaying && inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!context.IsReplaying)
                inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
