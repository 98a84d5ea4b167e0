using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Makes and reads task tokens: opaque to users, they name the execution and the attempt, so that an answer finds them.</summary>
public static class TaskToken
{
    private const char Separator = '\n';

    /// <summary>Reads which attempt a token belongs to. Whether the token is the one that was given out, only the execution knows.</summary>
    /// <param name="token">The token.</param>
    /// <param name="executionArn">The execution, when it is a token.</param>
    /// <param name="attemptId">The attempt, when it is a token.</param>
    /// <returns><see langword="false"/> when the text is no token.</returns>
    public static bool TryRead(string token, out string executionArn, out long attemptId)
    {
        ArgumentNullException.ThrowIfNull(token);
        executionArn = string.Empty;
        attemptId = 0;
        if (!Base64Url.IsValid(token))
        {
            return false;
        }

        string[] parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split(Separator);
        if (parts.Length != 3 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out attemptId))
        {
            return false;
        }

        executionArn = parts[0];
        return true;
    }

    internal static string Create(string executionArn, long attemptId, ulong secret)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{executionArn}{Separator}{attemptId}{Separator}{secret:x16}");
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }
}
