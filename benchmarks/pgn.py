"""python-chess reads games in PGN with their full tree and prints how long it took; runs in that neighbour's Python."""

import io
import json
import random
import sys
import time

import chess
import chess.pgn

LONGEST = 160
"""Plies of a game."""


def games(plies: int) -> str:
    """Random legal games with so many plies, the same at every run."""
    draw = random.Random(7)
    made, text = 0, []
    while made < plies:
        game = chess.pgn.Game()
        node: chess.pgn.GameNode = game
        board = game.board()
        while not board.is_game_over() and board.ply() < LONGEST:
            move = draw.choice(list(board.legal_moves))
            board.push(move)
            node = node.add_variation(move)
        made += board.ply()
        text.append(str(game))
    return "\n\n".join(text) + "\n"


def main() -> None:
    text = io.StringIO(games(int(sys.argv[1])))
    wall, cpu = time.perf_counter(), time.process_time()
    plies = 0
    while (game := chess.pgn.read_game(text)) is not None:
        plies += game.end().ply()
    print(json.dumps({"count": plies, "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}))


if __name__ == "__main__":
    main()
