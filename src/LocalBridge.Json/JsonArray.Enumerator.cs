using System.Collections;

namespace LocalBridge.Json;

public sealed partial class JsonArray
{
    /// <summary>Enumerates the elements of a <see cref="JsonArray"/>.</summary>
    /// <remarks>Each thread needs an enumerator of its own.</remarks>
    public struct Enumerator : IEnumerator<JsonValue>
    {
        private readonly JsonArray _array;
        private int _index;

        internal Enumerator(JsonArray array)
        {
            _array = array;
            _index = -1;
        }

        /// <summary>Gets the element at the current position.</summary>
        public readonly JsonValue Current => _array._items[_index];

        readonly object IEnumerator.Current => Current;

        /// <summary>Moves to the next element.</summary>
        /// <returns><see langword="false"/> after the last element.</returns>
        public bool MoveNext() => ++_index < _array._count;

        /// <summary>Moves in front of the first element.</summary>
        public void Reset() => _index = -1;

        /// <summary>Does nothing: the enumerator holds no resource.</summary>
        public readonly void Dispose()
        {
        }
    }
}
