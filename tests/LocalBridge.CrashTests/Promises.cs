using System.Globalization;

namespace LocalBridge.CrashTests;

/// <summary>What all children so far have promised.</summary>
internal sealed class Promises
{
    private long _read;

    /// <summary>Executions whose start was answered, by number.</summary>
    internal Dictionary<int, string> Started { get; } = [];

    /// <summary>Executions whose end was told, with the output that was told.</summary>
    internal Dictionary<int, string> Completed { get; } = [];

    /// <summary>Events that were accepted, by number, with an id of each acceptance.</summary>
    internal Dictionary<int, List<string>> Published { get; } = [];

    /// <summary>Ids of events that reached the target.</summary>
    internal HashSet<string> Delivered { get; } = [];

    /// <summary>Attempts that were dispatched, by execution.</summary>
    internal Dictionary<string, HashSet<string>> Dispatched { get; } = [];

    /// <summary>Gets whether the last child said that everything is done.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>Reads what was written since the last call. A line that was cut off by the kill was not promised.</summary>
    internal void Read(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(_read, SeekOrigin.Begin);
        using var reader = new StreamReader(file);
        string text = reader.ReadToEnd();
        int end = text.LastIndexOf('\n') + 1;
        _read += System.Text.Encoding.UTF8.GetByteCount(text.AsSpan(0, end));
        foreach (string line in text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(line.Split(' ', 3));
        }
    }

    private void Add(string[] line)
    {
        int Number() => int.Parse(line[1], CultureInfo.InvariantCulture);
        switch (line[0])
        {
            case "started":
                Started[Number()] = line[2];
                break;
            case "completed":
                Completed[Number()] = line[2];
                break;
            case "published":
                Published.TryAdd(Number(), []);
                Published[Number()].Add(line[2]);
                break;
            case "delivered":
                Delivered.Add(line[1]);
                break;
            case "dispatched":
                Dispatched.TryAdd(line[1], []);
                Dispatched[line[1]].Add(line[2]);
                break;
            case "done":
                IsDone = true;
                break;
        }
    }
}
