namespace LocalBridge.Functions;

/// <summary>Thrown by a registered function to fail with an error name of its own, which <c>Retry</c> and <c>Catch</c> can name.</summary>
/// <remarks>
/// Any other exception fails with its type name, as in a .NET Lambda function. May be derived from. Immutable, so safe to use from any thread.
/// </remarks>
/// <example><code>throw new FunctionException("OutOfStock", "Item 7 is sold out.");</code></example>
public class FunctionException : Exception
{
    /// <summary>Initializes the failure.</summary>
    /// <param name="error">The error name, for example <c>OutOfStock</c>. Must not be empty.</param>
    /// <param name="cause">The cause, for people; <see langword="null"/> when there is nothing to add.</param>
    /// <exception cref="ArgumentException"><paramref name="error"/> is null or empty.</exception>
    public FunctionException(string error, string? cause)
        : this(error, cause, null)
    {
    }

    /// <summary>Initializes the failure with the exception that led to it.</summary>
    /// <param name="error">The error name. Must not be empty.</param>
    /// <param name="cause">The cause, for people.</param>
    /// <param name="innerException">What led to the failure; it is logged, and not part of the cause.</param>
    /// <exception cref="ArgumentException"><paramref name="error"/> is null or empty.</exception>
    public FunctionException(string error, string? cause, Exception? innerException)
        : base(cause is null ? error : $"{error}: {cause}", innerException)
    {
        ArgumentException.ThrowIfNullOrEmpty(error);
        Error = error;
        Cause = cause;
    }

    /// <summary>Gets the error name.</summary>
    public string Error { get; }

    /// <summary>Gets the cause, or <see langword="null"/>.</summary>
    public string? Cause { get; }
}
